return {
  title = { en = "One thread for all", zh = "一个线程等大家" },
  options = { procs = 2 },
  ends = "returns",
  stops = {
    { on = "syscall",
      en = "G6 is in `epoll_wait`, in the kernel, and holds a thread. The readers are only parked: each stands in a channel's queue, and has neither a thread nor a P.",
      zh = "G6 进了内核的 `epoll_wait`，占着一个线程。读者只是停放着：各自排在一个 channel 的队里，不要线程，也不要 P。",
      show = { "ms", "gs" } },
    { on = "wake",
      en = "The kernel has answered, and the poller wakes the one reader whose descriptor is ready. Goroutine 2 believes that its read has taken 10 ms.",
      zh = "内核有了回音，poller 叫醒描述符就绪的那个读者。在 2 号看来，不过是一次读花了 10 毫秒。",
      show = { "gs" } },
    { at = "end",
      en = "The same four messages in the same time. How many threads were needed? Compare `ms` with the demo before.",
      zh = "同样四条消息，同样的时间。用了几个线程？拿 `ms` 和上一个演示比一比。",
      show = { "output", "ms" } },
  },
}
