return {
  kind = "fix",
  title = { en = "But it is a sync.Map!", zh = "可这是 sync.Map 呀！" },
  task = {
    en = "Somebody has heard that `sync.Map` is safe and counts words with it. Repair the counting: `tea 2` on every schedule, with two goroutines.",
    zh = "有人听说 `sync.Map` 是安全的，就拿它来数词。请把计数修好：两个 goroutine，无论怎么调度都是 `tea 2`。",
  },
  hints = {
    { en = "Safe means that the map itself is never wrecked. Is anything said about what happens between your two calls?",
      zh = "所谓安全，是说 map 自己不会坏。它可没说你那两次调用之间会怎样。" },
    { en = "This map has compound operations: `LoadOrStore`, `CompareAndSwap`. Or put a lock around both calls.",
      zh = "这个 map 有合成的操作：`LoadOrStore`、`CompareAndSwap`。要不就用一把锁把两次调用包起来。" },
    { en = "`words:LoadOrStore(word, 0)` makes sure that there is something to compare with; then a loop: Load, and CompareAndSwap until it succeeds.",
      zh = "先 `words:LoadOrStore(word, 0)`，保证有东西可比；然后循环：Load，再 CompareAndSwap，直到换成为止。" },
  },
  goal = { outputs = { "tea 2\n" }, uses = { go = 2 } },
  faults = {
    { file = "load_or_store.lua", verdict = "output" },
    { file = "tries_once.lua", verdict = "output" },
    { file = "no_zero.lua", verdict = "loop" },
  },
  learned = {
    en = "No type makes a program safe. And no race detector will warn you here: there is no data race, every access was synchronised, and the count is wrong all the same.",
    zh = "没有哪个类型能让程序变安全。竞争检测器在这里也不会吭声：没有数据竞争，每次访问都同步了，可数还是错的。",
  },
}
