return {
  kind = "fix",
  title = { en = "In place of sleep", zh = "不靠睡觉" },
  task = {
    en = "Main sleeps for a second and then trusts that the page has been written. Make it *know*: `the page says: all is well` on every schedule, without a race and without any sleep. The writing stays in its own goroutine.",
    zh = "main 睡一秒，然后就相信那一页已经写好了。请让它真的**知道**：任何调度都打印 `the page says: all is well`，没有竞争，一次也不睡。写的那部分仍然放在自己的 goroutine 里。",
  },
  hints = {
    { en = "The end of a goroutine is no message. Send one.",
      zh = "goroutine 结束不算消息。发一个消息。" },
    { en = "A channel, closed after the write; main receives from it. Or a `WaitGroup` with `Add` before `go`.",
      zh = "用一个 channel，写完后关掉，main 从它接收。或者 `WaitGroup`，`Add` 放在 `go` 前面。" },
  },
  starter = "demos/long_sleep.lua",
  goal = {
    outputs = { "the page says: all is well\n" },
    uses = { go = 1 },
    sleeps = 0,
  },
  faults = {
    { file = "wrong_side.lua", verdict = "output" },
    { file = "shorter.lua", verdict = "sleep" },
    { file = "empty_lock.lua", verdict = "output" },
  },
  learned = {
    en = "A message costs well under a microsecond and is right always; a second of sleep costs a second and is right usually.",
    zh = "一个消息花不到一微秒，永远是对的；睡一秒花一秒，通常是对的。",
  },
}
