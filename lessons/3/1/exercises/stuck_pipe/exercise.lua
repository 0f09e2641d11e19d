return {
  kind = "fix",
  title = { en = "Nobody collects", zh = "没人来收" },
  task = {
    en = [[
Main hands out five jobs and means to collect the results afterwards. It never comes to that. Repair the program: it prints `sum 55`, with two workers that run at the same time, and no schedule blocks.]],
    zh = [[
main 打算先发完五个任务，再来收结果，结果永远等不到那一步。请修好它：打印 `sum 55`，仍由两个工人同时干活，无论怎么调度都不会卡住。]],
  },
  hints = {
    { en = "Each worker wants to hand over a result before it takes another job. Who takes the results while main still hands out jobs?",
      zh = "工人要把结果交掉，才能再接活。main 还在发活的时候，谁来收结果？" },
    { en = "Hand out and collect at the same time: let a goroutine of its own do one of the two.",
      zh = "一边发一边收：把其中一样交给另一个 goroutine 去做。" },
    { en = "Put the sending loop, and the close after it, into `go(function() ... end)`.",
      zh = "把发任务的循环和后面的 close 一起放进 `go(function() ... end)`。" },
  },
  goal = {
    outputs = { "sum 55\n" },
    uses = { go = 2, recv = 10 },
  },
  faults = {
    { file = "more_workers.lua", verdict = "deadlock" },
    { file = "larger_buffer.lua", verdict = "deadlock" },
    { file = "sleeps.lua", verdict = "sleep" },
  },
  learned = {
    en = "A buffer for all five results would have worked as well, for five. Collecting while handing out works for any number.",
    zh = "给五个结果留五格缓冲也行得通，但只对五个行得通。边发边收，多少个都行。",
  },
}
