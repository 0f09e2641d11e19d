return {
  title = { en = "A gate for two", zh = "容得下两个人的门" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { at = "start",
      en = "The channel lets in two at a time, and two come. `explore`: a race on the meter, on every schedule.",
      zh = "这个 channel 一次放两个人进去，来的正好是两个。`explore`：计数器上有竞争，每一种调度都有。",
      show = { "explore" } },
    { line = "meter.n = meter.n + 1",
      en = "Inside. The channel has a free place still; the next send would not have to wait for anybody, so it comes *after* nobody.",
      zh = "进来了。channel 里还空着一格；下一个发送用不着等谁，也就不排在谁**之后**。",
      show = { "chan gate" } },
    { at = "end",
      en = "The meter shows 2, this time. In almost half of the executions it shows 1.",
      zh = "这回计数是 2。走法里有将近一半，结果是 1。",
      show = { "output" } },
  },
}
