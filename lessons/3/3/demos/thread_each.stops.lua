return {
  title = { en = "A thread for each", zh = "一人占一个线程" },
  options = { procs = 2 },
  ends = "returns",
  stops = {
    { on = "syscall", hit = 2,
      en = "Two readers are in the kernel, and each holds an M. There were two Ps, and both are stuck with them.",
      zh = "两个读者进了内核，各占着一个 M。一共才两个 P，都陷在里面了。",
      show = { "ms", "ps" } },
    { on = "syscall", hit = 2,
      en = "sysmon handed the Ps on, to *new* threads, and the other readers took these into the kernel as well: four goroutines that do nothing hold four threads.",
      zh = "sysmon 把 P 转给了**新造的**线程，另外两个读者又把新线程带进了内核：四个什么也没干的 goroutine，占着四个线程。",
      show = { "ms", "gs" } },
    { at = "end",
      en = "The program is right, and four readers are no trouble. With ten thousand it would be ten thousand threads.",
      zh = "程序没有错，四个读者也不成问题。要是一万个，就是一万个线程。",
      show = { "output", "ms" } },
  },
}
