return {
  kind = "explain",
  title = { en = "One pinch too late", zh = "晚放的那一撮" },
  task = {
    en = "Main writes a recipe for a cook and hands it over by a channel. `gopark check` finds a data race. Which line of **main** touches the recipe when it has no right to any more?",
    zh = "main 给厨师写菜谱，用 channel 交过去。`gopark check` 发现了数据竞争。**main** 的哪一行在已经无权碰菜谱的时候还去碰它？",
  },
  hints = {
    { en = "A send before its receive: that covers what the sender did *up to* the send.",
      zh = "发送先于接收：管得到的是发送者在发送**之前**做的事。" },
    { en = "Salt before, sugar after.", zh = "盐在前，糖在后。" },
  },
  ask = "line",
  cause = { "recipe.sugar = 3" },
  goal = {
    outputs = { "salt: 2\nsugar: 3\nthe cook has read it\n" },
    uses = { go = 1 },
  },
  faults = { { file = "fault.lua", verdict = "output" } },
  learned = {
    en = "Sending is giving away. Who sends a pointer must not touch what it points to any more, until it is given back.",
    zh = "发送就是交出去。谁把指针发走了，就别再碰它指着的东西，直到人家还回来。",
  },
}
