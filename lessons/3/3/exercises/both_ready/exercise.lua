return {
  kind = "predict",
  title = { en = "Both are ready", zh = "两个都就绪" },
  task = {
    en = "When main comes to its `select`, a value lies in each of the two channels. What can be printed? Mark **all** that some schedule produces.",
    zh = "main 走到 `select` 时，两个 channel 里各有一个值。可能打印什么？**可以多选**。",
  },
  hints = {
    { en = "Is the first case written preferred to the second?", zh = "写在前面的分支会优先吗？" },
    { en = "Among ready cases the choice is uniformly random; `default` is taken only if none is ready.",
      zh = "就绪的分支之间均匀随机；一个都不就绪才会走 `default`。" },
  },
  choose = "all",
  explore = true,
  choices = {
    { en = "`left`", zh = "`left`",
      test = function(f) return f.all.outputs["left\n"] ~= nil end },
    { en = "`right`", zh = "`right`",
      test = function(f) return f.all.outputs["right\n"] ~= nil end },
    { en = "`neither`", zh = "`neither`",
      test = function(f) return f.all.outputs["neither\n"] ~= nil end },
  },
  learned = {
    en = "The order of the cases means nothing. A program that needs a preference must say so with two selects.",
    zh = "分支的先后没有任何意义。需要偏好的程序，得用两个 select 写明白。",
  },
}
