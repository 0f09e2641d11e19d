return {
  title = { en = "Leak 3 again: the clocks go on", zh = "泄漏之三（续）：没人去停的钟" },
  ends = "returns",
  stops = {
    { line = "fmt.Printf(\"%s closes, %d goroutines\\n\", name, runtime.NumGoroutine())",
      en = "The bakery closes. Its clock does not know: the ticker wakes its goroutine every 10 ms, for nothing.",
      zh = "面包房打烊了，钟却不知道：ticker 每 10 毫秒叫醒一次它的 goroutine，全是白忙。",
      show = { "gs", "timers" } },
    { line = "fmt.Printf(\"%s closes, %d goroutines\\n\", name, runtime.NumGoroutine())", hit = 2,
      en = "The third shop, and three clocks that nobody will ever stop. `leaks` finds none of them: a goroutine with a ticker *can* run again, "
        .. "and does. The number of goroutines gives it away, and the processor time.",
      zh = "第三家店也关了，留下三个没人会去停的钟。`leaks` 一个也查不出来：听着 ticker 的 goroutine **能**继续运行，而且一直在运行。露出马脚的是 goroutine 的数目，还有白花的处理器时间。",
      show = { "leaks", "gs" } },
    { at = "end",
      en = "Main has returned, and gopark only says how many were *still running*. `defer clock:Stop()` alone would not help: then they would wait "
        .. "for ever for a tick. Each needs a signal to stop.",
      zh = "main 返回了，gopark 只说还有几个**仍在运行**。光写 `defer clock:Stop()` 没有用：那样它们会永远等不来下一声。每一个都需要一个停止信号。",
      show = { "output" } },
  },
}
