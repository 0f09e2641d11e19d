return {
  kind = "fix",
  title = { en = "Are we there yet?", zh = "到了没有？" },
  task = {
    en = [[
The child asks again and again, thousands of times, and keeps a processor busy with it. Change the loop so that it **waits** for the answer. The output stays as it is.]],
    zh = [[
孩子一遍又一遍地问，问上几千遍，占着一个处理器不放。请改成**等**答案来。输出不变。]],
  },
  hints = {
    { en = "Which word in the `select` says that it must not wait?",
      zh = "`select` 里是哪个词让它不等？" },
    { en = "Without `default` the goroutine parks until a case is ready. A select with a single case is just a receive.",
      zh = "去掉 `default`,goroutine 就会停放到有分支就绪为止。只剩一个分支的 select，其实就是一次接收。" },
  },
  goal = {
    outputs = { "we have arrived\n" },
    uses = { go = 1 },
    most = { select = 2 },
  },
  faults = {
    { file = "naps.lua", verdict = "sleep" },
    { file = "polite.lua", verdict = "busy" },
  },
  learned = {
    en = "A goroutine that waits should be blocked. It costs nothing then, and it is woken at the right moment, not at the next look.",
    zh = "等待中的 goroutine 就应该阻塞着。这样它不花一分钱，而且醒得正是时候，而不是等到下一次张望。",
  },
}
