return {
  title = { en = "The boat waits for all", zh = "等所有人上船" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "below:Wait()",
      en = "`Add(1)` was called three times, by main, before each `go`. The counter is 3 although no diver has moved: main has counted them on board.",
      zh = "`Add(1)` 由 main 调用了三次，每次都在 `go` 之前。潜水员谁也还没动，计数已经是 3:是 main 在船上点的名。",
      show = { "locks" } },
    { line = "fmt.Println(\"the boat leaves\")",
      en = "The last `Done` brought the counter to 0 and woke main. It came from a `defer`, so it would have come after an early return or an error too.",
      zh = "最后一个 `Done` 让计数归零，main 被叫醒了。它是 `defer` 里调用的，所以就算中途返回或者出错，也照样会执行。",
      show = { "gs" } },
    { at = "end",
      en = "Half an hour of virtual time has passed. A WaitGroup waits for a known number of goroutines. It cannot tell them to come up sooner.",
      zh = "虚拟时间过了半个小时。WaitGroup 能等齐一定数目的 goroutine，却没法叫他们早点上来。",
      show = { "output" } },
  },
}
