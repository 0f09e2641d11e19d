return {
  kind = "explain",
  title = { en = "Leak 5, the line", zh = "泄漏之五：是哪一行" },
  task = {
    en = "`leak_context` listens to `ctx:Done()` and leaks all the same. On which line is the only key thrown away?",
    zh = "`leak_context` 明明听着 `ctx:Done()`，还是漏了。唯一的钥匙是在哪一行被扔掉的？",
  },
  hints = {
    { en = "`context.WithCancel` returns two values.", zh = "`context.WithCancel` 返回两个值。" },
    { en = "Look for the line that takes only one.", zh = "找只接住了一个的那一行。" },
  },
  starter = "demos/leak_context.lua",
  solution = "demos/leak_context_fixed.lua",
  options = { procs = 1 },
  ask = "line",
  cause = { "local ctx = context.WithCancel(context.Background())" },
  goal = { plain = true },
  learned = {
    en = "In Go the compiler forces you to receive both values, and `go vet` warns when `cancel` is not used on all paths. Listen to it.",
    zh = "在 Go 里编译器逼着你接住两个值，`go vet` 还会在有路径没用到 `cancel` 时警告。听它的。",
  },
}
