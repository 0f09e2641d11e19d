return {
  kind = "fix",
  title = { en = "Write a round-robin scheduler", zh = "写一个轮转调度器" },
  task = {
    en = [[
`run` executes the tasks one after the other, each to its end. Make it **fair**: every task gets one turn (from one `yield` to the next), then every task that has not ended gets
another, in the same order, until all have ended. The program should print

    a 1
    b 1
    c 1
    a 2
    c 2
    c 3

Your `run` will also be tried with other tasks: with none, and with one that never yields.]],
    zh = [[
现在的 `run` 是一个任务跑到底，再跑下一个。请改成**轮流**：每个任务先跑一轮（从一个 `yield` 到下一个），没结束的按原来的次序再各跑一轮，直到全部结束。程序应当打印

    a 1
    b 1
    c 1
    a 2
    c 2
    c 3

你的 `run` 还会拿别的任务来试：一个任务也没有的，还有从头到尾不 `yield` 的。]],
  },
  hints = {
    { en = "Create all coroutines first and keep them in a list. Then go round.",
      zh = "先把协程都建好，放进一个列表，然后再转圈。" },
    { en = "After a `resume`, `coroutine.status` says whether the task is `suspended` (it wants another turn) or `dead`.",
      zh = "`resume` 之后看 `coroutine.status`：`suspended` 表示还要下一轮，`dead` 表示结束了。" },
    { en = "Do not remove from a list while `ipairs` walks through it: the neighbour would be skipped. Take from the head, put back at the tail.",
      zh = "别在 `ipairs` 遍历的同时从列表里删东西，否则会跳过后面那个。从头上取，往尾上放。" },
  },
  goal = {
    outputs = { "a 1\nb 1\nc 1\na 2\nc 2\nc 3\n"
      .. "--\nx 1\ny 1\nin one go\nz 1\nz 2\n"
      .. "short\np 1\nq 1\np 2\nq 2\n" },
    append = "judge.lua",
  },
  faults = {
    { file = "fault.lua", verdict = "output" },
    { file = "forever.lua", verdict = "loop" },
  },
  learned = {
    en = "A queue, resume, and back to the tail: that is a scheduler. What Go adds is several of these loops in parallel, stealing between them, and the power to interrupt a task that does not yield.",
    zh = "一条队列，取出来恢复，没完就放回队尾，这就是调度器。Go 在此之上加的是：几个这样的循环并行、互相偷活儿，以及打断赖着不让的任务。",
  },
}
