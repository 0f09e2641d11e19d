return {
  title = { en = "The load factor", zh = "负载因子" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { at = "end",
      en = "Between a quarter and one entry for each bucket little changes. Beyond it every doubling makes the lists longer and the looks slower, and under a lock also the waiting of all others. That is why maps grow somewhere near 1: Java's at 0.75.",
      zh = "每个桶平均有四分之一到一个条目时，差别不大。再往上，每翻一倍，链就更长，查得就更慢；如果是在锁里查，别人也跟着等得更久。所以 map 都在 1 附近扩容：Java 取的是 0.75。",
      show = { "output" } },
  },
}
