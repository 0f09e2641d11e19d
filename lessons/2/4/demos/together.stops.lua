return {
  title = { en = "Start together, fail together, end together",
            zh = "同进同退" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "fmt.Println(\"result:\", group:Wait())",
      en = "Three goroutines, one group. `Wait` is the only way out of this line, and it will not return before all three have.",
      zh = "三个 goroutine，一个组。要走出这一行只能靠 `Wait`，而它要等三个都返回才返回。",
      show = { "tree" } },
    { at = "end",
      en = "The attic failed after 10 ms. That cancelled the context, the garden gave up 50 ms before its time, and `Wait` returned the first error. A group is a WaitGroup, a context and a place for one error, put together so that none can be forgotten.",
      zh = "阁楼在第 10 毫秒失败，context 随之取消，花园提前 50 毫秒收工，`Wait` 返回第一个错误。所谓组，就是把 WaitGroup、context 和一个存放错误的地方绑在一起，让你一样也忘不了。",
      show = { "output" } },
  },
}
