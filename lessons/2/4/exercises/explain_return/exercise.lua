return {
  kind = "explain",
  title = { en = "Leak 6, the line", zh = "泄漏之六：是哪一行" },
  task = {
    en = "`leak_return` was correct until somebody added a case. Which line leaves without receiving? (Or which line, changed by one character, makes leaving harmless?)",
    zh = "`leak_return` 本来是对的，直到有人加了一种情况。是哪一行没接收就走了？（或者：改哪一行的一个字符，就能让它走得无害？）",
  },
  hints = {
    { en = "The goroutine can only end when somebody receives the picture.",
      zh = "只有有人收下图片，那个 goroutine 才能结束。" },
    { en = "Look for the `return` that stands before the receive.",
      zh = "找站在接收前面的那个 `return`。" },
  },
  starter = "demos/leak_return.lua",
  solution = "demos/leak_return_fixed.lua",
  options = { procs = 1 },
  ask = "line",
  cause = { "return \"no page\"", "local picture = chan(0, \"picture\")" },
  goal = { outputs = {
    "How to feed it, with a cat\nno page\n" }, uses = { go = 2 } },
  learned = {
    en = "A channel with a slot for every value that will be sent cannot hold up its senders. It is the cheapest insurance against early returns, timeouts and lost races.",
    zh = "要发几个值就备几格缓冲，发送者就不会被扣住。防提前返回、防超时、防抢输了没人收，这是最便宜的保险。",
  },
}
