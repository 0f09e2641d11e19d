return {
  title = { en = "After you", zh = "您先请" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "if not door[other] or door.turn == me then",
      en = "A lock from 1981, made of nothing but reads and writes. I say that I want to go in, I let the other one go first, and I enter if the other does not want to, or has let *me* go first.",
      zh = "1981 年的一把锁，只用读和写做成。我先声明想进去，再让对方先走；如果对方不想进，或者对方已经让**我**先走，我就进。",
      show = { "locals" } },
    { at = "end",
      en = "Nobody met anybody, on no schedule at all: the search proves the lock correct, step by step, and reports races on every cell of it. On a processor with store buffers both get in:",
      zh = "谁也没碰上谁，哪种调度都一样：一步一步地走，搜索证明这把锁是对的；同时，锁里的每个单元都报了竞争。放到有写缓冲的处理器上，两个人都进得去：",
      show = { "litmus Peterson step" } },
  },
}
