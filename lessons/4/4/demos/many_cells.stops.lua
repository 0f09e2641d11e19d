return {
  title = { en = "A counter in cells", zh = "分格计数" },
  options = { procs = 16 },
  ends = "returns",
  stops = {
    { at = "end",
      en = "One cell: the word travels from processor to processor, and sixteen goroutines add no faster than one. Four cells carry four goroutines; sixteen carry more. What is gained in adding is paid in asking: `sum` has to fetch every cell. And its answer is no snapshot: while it reads the last cell, somebody adds to the first.",
      zh = "一个格：那个字在处理器之间搬来搬去，十六个 goroutine 加得还不如一个快。四个格撑得起四个 goroutine，十六个格撑得更多。加的时候省下来的，问的时候要还：`sum` 得把每个格都取来。而且它的答案不是快照：它读到最后一格时，有人正往第一格上加。",
      show = { "output" } },
  },
}
