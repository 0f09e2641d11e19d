return {
  title = { en = "A price under a lock", zh = "带锁的价签" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { at = "start",
      en = "The same lock around the write and around the read. Nothing is found on any schedule.",
      zh = "写和读用同一把锁包起来。任何调度都查不出问题。",
      show = { "explore" } },
    { line = "local price = tag.price",
      en = "The lock is held here. So the write is either entirely over, with its Unlock before our Lock, or it has not begun. There is no third possibility.",
      zh = "这里拿着锁。所以那次写要么已经完完全全结束，它的 Unlock 在我们的 Lock 之前；要么还没开始。没有第三种可能。",
      show = { "locks" } },
    { at = "end",
      en = "Still 0 or 30! A lock does not say *who comes first*. It says that somebody does, and that whoever comes second sees all that the first has done.",
      zh = "还是 0 或者 30！锁不管**谁先谁后**。它只保证总有一个先，并且后来的人看得见先来的人做过的一切。",
      show = { "output" } },
  },
}
