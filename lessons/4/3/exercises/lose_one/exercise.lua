return {
  kind = "break",
  title = { en = "Lose an update", zh = "丢掉一次更新" },
  task = {
    en = "Two goroutines increment `n` once each. Schedule so that the program prints `n = 1`. Two switches are enough. (`step G2` lets goroutine 2 do its next read or write.)",
    zh = "两个 goroutine 各给 `n` 加一次 1。请安排调度，让程序打印 `n = 1`。切换两次就够。（`step G2` 让 2 号做下一次读或写。）",
  },
  hints = {
    { en = "Both must read before either writes.", zh = "要让两个都读过了，再让谁写。" },
    { en = "Main until it waits; then `step G2` (read), `step G3` (read), and the rest may come as it likes.",
      zh = "先让 main 走到等待；然后 `step G2`（读）、`step G3`（读），剩下的随它去。" },
  },
  options = { procs = 1 },
  goal = { output = "n = 1\n" },
  learned = {
    en = "A schedule with two switches, and one increment is gone. A random run of real code hits it perhaps once in a million, which is often enough.",
    zh = "切换两次，一次加法就没了。真实的代码随便跑，也许一百万次才碰上一次，而这已经够多了。",
  },
}
