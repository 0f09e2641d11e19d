return {
  kind = "fix",
  title = { en = "Table manners", zh = "餐桌礼仪" },
  task = {
    en = "Repair the two eaters. Both eat in goroutines of their own, each still holds `fork` **and** `knife` while eating, and no schedule deadlocks.",
    zh = "修好这两个吃饭的人。两人仍各在自己的 goroutine 里吃，吃的时候仍同时拿着 `fork` **和** `knife`，并且无论怎么调度都不会死锁。",
  },
  hints = {
    { en = "A ring needs two different orders.", zh = "要成环，就得有两种不同的次序。" },
    { en = "Let both take `fork` first.", zh = "让两个人都先拿 `fork`。" },
  },
  goal = {
    outputs = { "both have eaten\n" },
    uses = { go = 2, lock = 4 },
  },
  faults = {
    { file = "sleeps.lua", verdict = "sleep" },
    { file = "no_knife.lua", verdict = "missing" },
    { file = "swapped.lua", verdict = "deadlock" },
  },
  learned = {
    en = "Give all locks one order and take them in that order only. It is the simplest rule that excludes deadlocks of locks altogether.",
    zh = "给所有的锁定一个次序，大家都按这个次序来拿。要彻底杜绝锁的死锁，没有比这更简单的规矩。",
  },
}
