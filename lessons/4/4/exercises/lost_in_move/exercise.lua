return {
  kind = "fix",
  title = { en = "Moving house, stripe by stripe", zh = "一段一段地搬" },
  task = {
    en = "Each stripe is copied under its lock, and still a `put` can get lost. Repair it: on every schedule the program prints `tea 7 salt 3`. Both puts stay goroutines that run while the map moves, and each takes only the lock of its own stripe.",
    zh = "每一段都是在自己的锁里复制的，可还是会丢 `put`。请修好它：无论怎么调度都打印 `tea 7 salt 3`。两个 put 仍是 goroutine，仍和搬家同时进行，各自仍只拿自己那一段的锁。",
  },
  hints = {
    { en = "Stripe 1 has been copied and unlocked. Where does a `put` into stripe 1 go now?",
      zh = "第一段抄完解锁了。这时候往第一段 `put`，写到哪里去了？" },
    { en = "No stripe may be free from the moment it is copied until everybody sees the new table.",
      zh = "一段从抄完，到大家都看见新表，这期间不能放开。" },
    { en = "Take all locks, in order; copy; change over; let go of all.",
      zh = "按次序把锁全拿到，抄，换表，再全放开。" },
  },
  goal = {
    outputs = { "tea 7 salt 3\n" },
    uses = { go = 2, lock = 4 },
  },
  faults = {
    { file = "swaps_later.lua", verdict = "output" },
    { file = "first_only.lua", verdict = "missing" },
    { file = "old_table.lua", verdict = "output" },
  },
  learned = {
    en = "A stripe's lock protects the stripe *and* the question which table is the right one. For that question all stripes together are one lock: a put holds one of them, and the move must hold them all.",
    zh = "一段的锁不光保护这一段，还保护“哪张才是现在的表”。就后一件事来说，所有的段合起来才是一把锁：put 拿着其中一把，搬家的人得全拿着。",
  },
}
