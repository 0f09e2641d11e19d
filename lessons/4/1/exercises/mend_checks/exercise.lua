return {
  kind = "fix",
  title = { en = "One stove for all", zh = "大家共用一个炉子" },
  task = {
    en = "Three goroutines want the stove; it may be built only once, and the program says so when it is. No race, on any schedule, and no matter how it is done: `Once`, a lock, an atomic.",
    zh = "三个 goroutine 都要用炉子；炉子只许造一次，造的时候程序会说一声。任何调度都不许有竞争，办法不限：`Once`、锁、原子变量。",
  },
  hints = {
    { en = "The second look is under the lock, the first is not. Which of them is part of the race?",
      zh = "第二次看在锁里，第一次不在。参与竞争的是哪一次？" },
    { en = "Simplest: drop the first look and lock always. Or `once:Do(function() ... end)`.",
      zh = "最简单：去掉第一次看，每次都上锁。或者 `once:Do(function() ... end)`。" },
    { en = "Also the `return kitchen.stove` reads. With a lock it must stand before the `Unlock`.",
      zh = "`return kitchen.stove` 也在读。用锁的话，要在 `Unlock` 之前读出来。" },
  },
  goal = {
    outputs = { "a stove is built\n200\n200\n200\n" },
    uses = { go = 3 },
  },
  faults = {
    { file = "looks_before.lua", verdict = "race" },
    { file = "each_their_own.lua", verdict = "output" },
    { file = "two_builders.lua", verdict = "output" },
  },
  learned = {
    en = "The cheap first look is allowed if it is an *atomic* one. That is what is inside `sync.Once`, so there is nothing to gain by writing it again.",
    zh = "便宜的第一眼可以看，只要看的是**原子**变量。`sync.Once` 里面正是这么做的，自己再写一遍没有好处。",
  },
}
