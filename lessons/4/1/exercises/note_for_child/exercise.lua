return {
  kind = "predict",
  title = { en = "A note for the child", zh = "留给孩子的字条" },
  task = {
    en = "Main writes one field before the `go` statement and one after it. The new goroutine reads both. What is possible? Mark **all**.",
    zh = "main 在 `go` 语句之前写一个字段，之后又写一个；新的 goroutine 两个都读。哪些有可能？**可以多选**。",
  },
  hints = {
    { en = "The `go` statement comes before the first step of what it starts. And what does the line after it come before?",
      zh = "`go` 语句先于它启动的函数的第一步。那么它后面那一行，先于什么呢？" },
    { en = "`before` is settled when the child is born. `after` is read and written with nothing in between.",
      zh = "`before` 在孩子出生时已成定局；`after` 一边在写，一边在读，中间什么也没有。" },
  },
  options = { procs = 1 },
  choose = "all",
  explore = true,
  choices = {
    { en = "`2 2`", zh = "`2 2`",
      test = function(f) return f.all.outputs["2 2\n"] ~= nil end },
    { en = "`2 1`", zh = "`2 1`",
      test = function(f) return f.all.outputs["2 1\n"] ~= nil end },
    { en = "`1 1`", zh = "`1 1`",
      test = function(f) return f.all.outputs["1 1\n"] ~= nil end },
    { en = "a data race", zh = "数据竞争",
      test = function(f) return f.all.ends.race ~= nil end },
  },
  learned = {
    en = "`go` carries over everything that was done up to it, and nothing of what comes later. This is why arguments and captured variables arrive safely, as long as the parent leaves them alone afterwards.",
    zh = "`go` 把它之前做过的一切都带过去，之后的一样也不带。所以参数和捕获的变量都能平安送到，只要父 goroutine 从此不再动它们。",
  },
}
