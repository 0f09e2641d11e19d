return {
  kind = "fix",
  title = { en = "The budget is overdrawn", zh = "预算透支了" },
  task = {
    en = "The database is overloaded, and each client asks again until the retry budget is used up. There is one retry left for the two of them, so 3 queries in all. On some schedules there are more. Make it 3 on every schedule, with the clients still at work at the same time.",
    zh = "数据库已经过载，客户端个个重试，直到重试的预算用完。两个人合起来只剩一次可试，所以一共该是 3 次查询。有的调度下却不止。请让它不管怎样调度都是 3 次，两个客户端照样同时干活。",
  },
  hints = {
    { en = "One looks, another looks, both see 1. What happens next?",
      zh = "一个看了一眼，另一个也看了一眼，都看到 1。接下来呢？" },
    { en = "Looking and taking must be one step: check-then-act again ([4.3](lesson:4.3)).",
      zh = "看和拿要合成一步。又是先查后做（[4.3](lesson:4.3)）。" },
    { en = "`Add` returns the new value. If it is below 0, there was nothing left.",
      zh = "`Add` 返回新的值。要是小于 0，就说明本来已经没有了。" },
  },
  goal = { outputs = { "queries: 3\n" }, uses = { go = 2 } },
  faults = {
    { file = "two_steps.lua", verdict = "output" },
    { file = "no_retry.lua", verdict = "output" },
    { file = "swapped.lua", verdict = "output" },
    { file = "one_by_one.lua", verdict = "sequential" },
  },
  learned = {
    en = "Retries help against chance and harm against overload, when every question already is one too many. Three tries on each of three floors make 27 queries out of one click. So retry on one floor, wait before it (a random time, growing), and let all retries together be a small share of the traffic: a budget, which is a counter that many take from.",
    zh = "重试治得了偶然，治不了过载：过载的时候，多问一句都嫌多。三层楼，每层试三遍，点一下就是 27 次查询。所以只在一层重试，重试前先等一等（时间随机，越等越长），而且全体的重试合起来只许占流量的一小份。这就是预算，一个许多人来取的计数器。",
  },
}
