return {
  kind = "fix",
  title = { en = "With a lock", zh = "用锁" },
  task = {
    en = "Repair the counter with a mutex: `n = 2` on every schedule, with two goroutines.",
    zh = "用互斥锁修好计数器：两个 goroutine，无论怎么调度都是 `n = 2`。",
  },
  hints = {
    { en = "Which two steps must not be separated?", zh = "哪两步不能被拆开？" },
    { en = "`mu:Lock()` before the line, `mu:Unlock()` after it.", zh = "那一行之前 `mu:Lock()`，之后 `mu:Unlock()`。" },
  },
  starter = "exercises/lose_one/starter.lua",
  goal = { outputs = { "n = 2\n" }, uses = { go = 2, lock = 2 } },
  faults = {
    { file = "write_only.lua" },
    { file = "sleeps.lua", verdict = "sleep" },
  },
  learned = {
    en = "Under the lock read and write are one step to all others who hold the same lock.",
    zh = "在锁里，读和写对其他也用这把锁的人来说就是一步。",
  },
}
