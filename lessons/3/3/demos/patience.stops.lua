return {
  title = { en = "Only so much patience", zh = "耐心有限" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "block", g = 1,
      en = "Main stands in two queues at once: at `answer` and at a timer's channel. In the window it is drawn twice, joined by a thin line. Whichever is ready first takes it out of both.",
      zh = "main 同时站在两条队里：`answer` 一条，定时器的 channel 一条。窗口里它画了两份，用细线连着。哪边先就绪，就把它从两条队里一起带走。",
      show = { "gs", "timers", "chans" } },
    { on = "timer", hit = 3,
      en = "Here the timer is first. Main goes on, and the answer will find nobody, but one free slot.",
      zh = "这回定时器先到。main 走了，答案到的时候没人接，但有一格空位。",
      show = { "gs" } },
    { at = "end",
      en = "110 ms: 10, and twice 50. A time-out bounds how long *you* wait; it does not stop the one who works. For that there is a context.",
      zh = "一共 110 毫秒：一个 10，两个 50。超时限制的是**你**等多久，并不会让干活的人停下；要他停，得用 context。",
      show = { "output" } },
  },
}
