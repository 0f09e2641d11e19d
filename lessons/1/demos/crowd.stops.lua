return {
  title = { en = "A crowd of ten thousand", zh = "一万个 goroutine 的人群" },
  ends = "returns",
  stops = {
    { line = "fmt.Println(runtime.NumGoroutine(), \"goroutines exist\")",
      en = "Ten thousand goroutines, made in the time a program needs to make a few dozen threads. Look at `stats`: the memory of the whole "
        .. "world, divided by ten thousand, is what one of them costs, stack included.",
      zh = "一万个 goroutine 已经造好，所花的时间只够造几十个线程。看看 `stats`:"
        .. "用整个世界占的内存除以一万，就是一个 goroutine 连栈在内的价钱。",
      show = { "stats" } },
    { on = "close", of = "gate",
      en = "One `close` wakes everybody who waits at the gate. They are runnable now, all of them, and stand in the run queues of four processors.",
      zh = "一次 `close` 就叫醒了门口的所有人。他们现在全都可以运行，排在四个处理器的队列里。",
      show = { "ps" } },
    { at = "end",
      en = "Nobody got lost. Ten thousand was a number chosen for your patience; change `crowd` to 1000000 and it works too, if you have "
        .. "half a gigabyte to spare (`--mem 2G`).",
      zh = "一个也没丢。取一万只是为了不让你久等；把 `crowd` 改成 1000000 也行，只要你有大约半个 GB 的内存（加上 `--mem 2G`）。",
      show = { "output" } },
  },
}
