return {
  kind = "explain",
  title = { en = "Where the money is nowhere", zh = "钱不在任何地方的那一刻" },
  task = {
    en = "30 move from `a` to `b`; both are atomic. An auditor adds up and sometimes finds 70. After which line of the mover are 30 nowhere?",
    zh = "30 块从 `a` 转到 `b`，两个都是原子的。查账的人把两边相加，有时只得到 70。转账的人执行完哪一行之后，有 30 块哪儿都不在？",
  },
  hints = {
    { en = "Each Add is indivisible. Are the two together?", zh = "每个 Add 不可分割。两个合起来呢？" },
    { en = "It is the first of the two lines.", zh = "是两行里的前一行。" },
  },
  ask = "line",
  cause = { "a:Add(-30)" },
  goal = { outputs = { "the auditor found 100\n" }, uses = { go = 1 } },
  faults = { { file = "fault.lua", verdict = "output" } },
  learned = {
    en = "Atomics protect one number each. Invariants over several need a lock around all of them, for the readers as well.",
    zh = "原子操作各管各的一个数。牵涉几个数的约束，要用一把锁把它们全包住，读的人也不例外。",
  },
}
