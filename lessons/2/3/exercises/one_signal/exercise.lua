return {
  kind = "fix",
  title = { en = "One bell for everybody", zh = "一次铃声，人人听见" },
  task = {
    en = [[
Main rings once, and only one of the two workers goes home. Change the signal so that one call reaches everybody, however many workers there are.]],
    zh = [[
main 只打了一次铃，两个工人里就只有一个下班。请把信号改一改，让一次调用就能通知到所有人，不管工人有多少。]],
  },
  hints = {
    { en = "A value that is sent is received once. What can happen to a channel that every receiver notices?",
      zh = "发出去的值只能被收走一次。channel 上发生什么事，所有接收者都会察觉？" },
    { en = "`close(bell)`.", zh = "`close(bell)`。" },
  },
  goal = {
    outputs = { "Ada goes home\nBen goes home\nlights out\n" },
    any_order = true,
    last = "lights out",
    uses = { go = 2 },
  },
  faults = {
    { file = "fault.lua", verdict = "deadlock" },
    { file = "rings_after_closing.lua", verdict = "error" },
    { file = "sleeps.lua", verdict = "sleep" },
  },
  learned = {
    en = "To send twice would have worked here, and would break when a third worker is hired. A close does not need to know how many listen.",
    zh = "发两次在这里也行得通，可再招一个工人就又坏了。关闭不需要知道有多少人在听。",
  },
}
