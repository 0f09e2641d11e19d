return {
  kind = "fix",
  title = { en = "The last one turns off the light", zh = "最后走的人关灯" },
  task = {
    en = [[
Each worker closes `results` when it is done, which is one close too many, and early besides. Let the channel be closed exactly once, when **both** have sent everything. The program prints `sum 66` on every schedule.]],
    zh = [[
每个工人干完活都去关 `results`：多关了一次，还关早了。请做到只关一次，而且是在**两个人**都发完之后。无论怎么调度，程序都打印 `sum 66`。]],
  },
  hints = {
    { en = "No worker can know that the other one has finished. Who can?",
      zh = "哪个工人都不知道对方做完没有。谁能知道？" },
    { en = "A third goroutine waits for both with a WaitGroup and closes then. (Main cannot do it: it has to receive.)",
      zh = "另起一个 goroutine，用 WaitGroup 等齐两个人再关。（main 不行，它得忙着接收。）" },
  },
  goal = {
    outputs = { "sum 66\n" },
    uses = { go = 2 },
  },
  faults = {
    { file = "hushed.lua", verdict = "error" },
    { file = "first_closes.lua", verdict = "output" },
    { file = "nobody.lua", verdict = "deadlock" },
  },
  learned = {
    en = "With one sender, the sender closes. With several, nobody of them does: one more goroutine waits for all and closes. This is the form in which fan-in is written everywhere.",
    zh = "发送者只有一个，就由它来关；有好几个，就谁都别关，另派一个 goroutine 等齐了再关。扇入到处都是这么写的。",
  },
}
