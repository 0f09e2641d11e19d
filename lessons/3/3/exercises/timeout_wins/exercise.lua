return {
  kind = "break",
  title = { en = "Out of patience", zh = "等得不耐烦了" },
  task = {
    en = [[
The answer needs 10 ms, the patience lasts 50 ms. In virtual time the answer always wins. On a real machine the goroutine that answers may be held up for any time. Hold it up (`inject delay N D`, `inject stall N`), so that the program prints `gave up`.]],
    zh = [[
答案要 10 毫秒，耐心有 50 毫秒，按虚拟时间算，答案总是赢。真实的机器上，回答的 goroutine 却可能被耽搁任意久。请把它耽搁住（`inject delay N D`、`inject stall N`），让程序打印 `gave up`。]],
  },
  hints = {
    { en = "Goroutine 2 answers. It must exist before you can hold it up.",
      zh = "回答的是 2 号。得先有它，才能耽搁它。" },
    { en = "`step G1`, then `inject delay 2 100ms`.", zh = "先 `step G1`，再 `inject delay 2 100ms`。" },
  },
  options = { procs = 1 },
  inject = true,
  goal = { prints = "gave up" },
  learned = {
    en = "A time-out is a bet on the speed of others. While schedules are explored gopark lets timers win whenever they can, because in the world they do.",
    zh = "超时是在赌别人的速度。gopark 搜索各种调度时，只要定时器有可能先到，就会让它先到，因为真实世界里就会这样。",
  },
}
