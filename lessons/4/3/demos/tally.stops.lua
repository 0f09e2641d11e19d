return {
  title = { en = "Counting votes", zh = "唱票" },
  options = { procs = 8 },
  ends = "returns",
  stops = {
    { at = "end",
      en = "Alone, the atomic is cheapest. With more processors none of the first three gets faster, and some get much *slower*, because they fight over the same word of memory. Only the last one gets faster: each processor counts on a slip of its own, and the slips are added up in the end. The fastest way to share a counter is not to share it.",
      zh = "只有一个处理器时，原子操作最便宜。处理器一多，前三种没有一种变快，有的还**慢**了很多，因为大家抢的是同一个内存字。只有最后一种变快：每个处理器记在自己的纸条上，最后再汇总。共享一个计数器，最快的办法是别共享。",
      show = { "output" } },
  },
}
