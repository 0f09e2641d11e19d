return {
  title = { en = "A scheduler in a dozen lines", zh = "十几行的调度器" },
  ends = "returns",
  stops = {
    { line = "coroutine.resume(task.co)", hit = 1,
      en = "`one` has been taken from the head of the queue. The loop is about to lend it the processor, and will get it back only when `one` yields or ends.",
      zh = "从队头取出了 `one`。循环马上要把处理器借给它，只有等 `one` 让出或者结束，才收得回来。" },
    { line = "table.insert(ready, task)", hit = 2,
      en = "`two` has yielded and goes to the tail. Ready, running, suspended: a task goes round this circle until it returns.",
      zh = "`two` 让出了处理器，回到队尾。就绪、运行、挂起，任务就这么转圈，直到返回。",
      show = { "output" } },
    { at = "end",
      en = "Round robin: everyone gets a turn, then everyone left gets another. Go's scheduler is this loop, once per P, with better queues.",
      zh = "这就是轮转：每人一次，剩下的人再各一次。Go 的调度器也是这个循环，每个 P 一份，只是队列更讲究。",
      show = { "output" } },
  },
}
