return {
  kind = "fix",
  title = { en = "Leak 4: send the workers home", zh = "泄漏之四：让工人下班" },
  task = {
    en = "Two workers square three numbers. The sum is right, but both workers are left for ever. Let them end, whatever the schedule. There must still be two goroutines that work.",
    zh = "两个工人给三个数求平方。总和是对的，可两个工人永远留下了。无论怎么调度都要让他们结束，而且干活的 goroutine 仍然要有两个。",
  },
  hints = {
    { en = "Let the worker's loop end when `numbers` is closed, and close it when all have been sent.",
      zh = "让工人的循环在 `numbers` 关闭时结束；数都发完以后把它关掉。" },
    { en = "`for n in range(numbers) do`, and `close(numbers)` after the third send.",
      zh = "`for n in range(numbers) do`，第三次发送之后 `close(numbers)`。" },
  },
  goal = {
    outputs = { "sum of squares: 14\n" },
    uses = { go = 2, recv = 6 },
  },
  faults = {
    { file = "closes_only.lua", verdict = "error" },
    { file = "ranges_only.lua", verdict = "leak" },
    { file = "sleeps.lua", verdict = "sleep" },
  },
  learned = {
    en = "Closing and looping belong together: the one without the other is an error in the first case, a leak in the second.",
    zh = "关闭和循环是一对：只关不改循环会出错，只改循环不关会泄漏。",
  },
}
