return {
  kind = "fix",
  title = { en = "Leak 6: the answer that came too late", zh = "泄漏之六：迟到的答案" },
  task = {
    en = "Main waits for an answer, but not for ever. If the time-out comes first, the answering goroutine is left. Repair it: main must neither wait for the late answer nor leave anybody blocked. The time-out stays.",
    zh = "main 等答案，但不会一直等。如果先超时，回答的 goroutine 就永远留下了。请修好它：main 既不必等迟到的答案，也不能让任何人堵在那里。超时要保留。",
  },
  hints = {
    { en = "What would let the sender go on although nobody receives?",
      zh = "怎样才能没人收的时候，发送者也走得了？" },
    { en = "One slot: `chan(1, \"reply\")`.", zh = "留一格：`chan(1, \"reply\")`。" },
  },
  goal = {
    outputs = { "the answer is 42\n", "too slow\n" },
    uses = { go = 1 },
  },
  faults = {
    { file = "longer.lua", verdict = "leak" },
    { file = "waits.lua", verdict = "output" },
  },
  learned = {
    en = "A longer time-out makes the leak rarer, and thereby harder to find. A buffer of one makes it impossible.",
    zh = "把超时调长，泄漏只会更少见，因而更难找；给一格缓冲，它就不可能发生。",
  },
}
