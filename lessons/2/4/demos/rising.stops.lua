return {
  title = { en = "The curve that only rises",
            zh = "只升不降的曲线" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "count_goroutines(\"one slot\", 1)",
      en = "This is how leaks are found in running services: no error, no report, only a number of goroutines that rises with the number of requests and never comes down.",
      zh = "在运行中的服务里，泄漏就是这样被发现的：没有错误，没有报告，只有 goroutine 的数目随着请求往上涨，从不回落。",
      show = { "output" } },
    { at = "end",
      en = "With one slot the curve is flat. In Go you would see the same with `runtime.NumGoroutine`, and `pprof` would tell you the line they all stand at; gopark's `pprof` prints it in the same format.",
      zh = "加一格缓冲，曲线就平了。在 Go 里用 `runtime.NumGoroutine` 看到的也是这条曲线，`pprof` 还会告诉你他们都停在哪一行；gopark 的 `pprof` 打印的是同样的格式。",
      show = { "output", "pprof" } },
  },
}
