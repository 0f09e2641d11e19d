return {
  kind = "explain",
  title = { en = "Half an entry", zh = "半个条目" },
  task = {
    en = "The empty bucket is claimed by a CAS, readers take no lock. Sometimes tea costs 0. Which line is too early?",
    zh = "空桶用 CAS 来占，读的人不拿锁。有时候茶只要 0 块钱。哪一行做得太早了？",
  },
  hints = {
    { en = "From which moment can a reader find the node?", zh = "从哪一刻起，读的人就能找到这个节点？" },
    { en = "Everything that readers may see must be in its place before that.", zh = "读的人会看到的东西，在那之前都得摆好。" },
  },
  ask = "line",
  cause = { "bucket:CompareAndSwap(nil, node)" },
  goal = {
    outputs = { "tea costs 7\n", "no tea\n" },
    uses = { go = 2, atomic = 2 },
  },
  faults = { { file = "fault.lua", verdict = "output" } },
  learned = {
    en = "Without a lock the swap *is* the publication: build the node completely, then hang it in, and never touch it again except through atomics.",
    zh = "没有锁，那一下交换**就是**公布：先把节点造好，再挂上去；挂上之后，除非用原子操作，就别再碰它。",
  },
}
