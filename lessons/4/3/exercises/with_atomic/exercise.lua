return {
  kind = "fix",
  title = { en = "With an atomic", zh = "用原子操作" },
  task = {
    en = "Repair the same counter without any lock: let the cell itself be atomic. `n = 2` on every schedule.",
    zh = "同一个计数器，这回不许用锁：让单元本身变成原子的。无论怎么调度都是 `n = 2`。",
  },
  hints = {
    { en = "`atomic.Int64(0)` makes a number with indivisible operations.",
      zh = "`atomic.Int64(0)` 造出一个操作不可分割的数。" },
    { en = "`n:Add(1)` is read, add and write in one. (`n:Store(n:Load() + 1)` is not!)",
      zh = "`n:Add(1)` 把读、加、写合成一步。（`n:Store(n:Load() + 1)` 可不是！）" },
  },
  starter = "exercises/lose_one/starter.lua",
  goal = { outputs = { "n = 2\n" }, uses = { go = 2, atomic = 3 }, most = { lock = 0 } },
  faults = {
    { file = "load_store.lua", verdict = "output" },
    { file = "locked.lua", verdict = "missing" },
  },
  learned = {
    en = "Two atomic operations in a row are two steps again. Atomicity does not add up.",
    zh = "两个原子操作连着写，就又是两步了。原子性不会累加。",
  },
}
