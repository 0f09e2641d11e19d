return {
  kind = "predict",
  title = { en = "Empty-handed", zh = "空手而归" },
  task = {
    en = "A goroutine sends a letter; main looks once, with `default`. What can be printed? Mark **all** that some schedule produces.",
    zh = "一个 goroutine 送来一封信，main 用带 `default` 的 select 看一眼。可能打印什么？**可以多选**。",
  },
  hints = {
    { en = "Has the goroutine already come to its send when main looks?",
      zh = "main 去看的时候，那个 goroutine 走到发送了吗？" },
    { en = "The channel is buffered, so the send needs nobody. The value lies there, or it does not yet.",
      zh = "channel 有缓冲，发送不需要别人。值要么已经在里面，要么还没到。" },
  },
  choose = "all",
  explore = true,
  choices = {
    { en = "`a letter`", zh = "`a letter`",
      test = function(f) return f.all.outputs["a letter\n"] ~= nil end },
    { en = "`nothing yet`", zh = "`nothing yet`",
      test = function(f) return f.all.outputs["nothing yet\n"] ~= nil end },
    { en = "nothing: main waits for ever", zh = "什么也没有：main 永远等下去",
      test = function(f) return f.all.ends.deadlock ~= nil end },
  },
  learned = {
    en = "`default` turns a question about *events* (has it come?) into one about *timing* (has it come yet?). Use it only where the answer \"not yet\" is worth something.",
    zh = "`default` 把“来不来”变成了“来没来”，成了一个和时机有关的问题。只有当“还没来”这个回答有用时，才该用它。",
  },
}
