return {
  title = { en = "How far do processors help?", zh = "处理器越多越快吗？" },
  ends = "returns",
  stops = {
    { on = "preempt",
      en = "One P, eight jobs. None of them waits for anything, so only preemption gives the others a turn.",
      zh = "一个 P，八个任务，谁也不等什么，只能靠抢占轮流。",
      show = { "ps" } },
    { at = "end",
      en = "For work that only computes, twice the processors is half the time, until there are as many processors as jobs. For jobs that mostly "
        .. "wait the number of Ps hardly matters: change `work` to `time.Sleep` and run it again.",
      zh = "纯计算的任务，处理器加倍，时间就减半，直到处理器和任务一样多为止。如果任务大半时间在等，P 的个数就几乎没有影响："
        .. "把 `work` 改成 `time.Sleep` 再跑一遍看看。",
      show = { "output" } },
  },
}
