return {
  title = { en = "Leak 5, repaired",
            zh = "泄漏之五：修好了" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "local ctx, cancel = context.WithCancel(context.Background())",
      en = "The context is made by the one who knows when it ends, and is passed down. Whoever calls `WithCancel` keeps `cancel`, and as a rule defers it at once.",
      zh = "由知道何时结束的人来造 context，再往下传。谁调用 `WithCancel`，谁就保管 `cancel`，一般马上 `defer` 好。" },
    { at = "end",
      en = "To call `cancel` twice is harmless, to forget it is not. So always defer it.",
      zh = "`cancel` 多调用一次没关系，忘了调用就有关系。所以一律 `defer`。",
      show = { "leaks" } },
  },
}
