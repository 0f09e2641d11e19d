return {
  title = { en = "Leak 1: receive without a sender",
            zh = "泄漏之一：没有发送者的接收" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "time.Sleep(time.Millisecond)",
      en = "`ask` has returned, and with it the last variable of main that held the channel is gone. Goroutine 2 exists, and has not even begun.",
      zh = "`ask` 返回了，main 手里最后一个指向这个 channel 的变量也没了。2 号 goroutine 已经造好，但还没开始跑。",
      show = { "gs" } },
    { line = "local text = answer:recv()",
      en = "Now it is about to listen. Look for the sender: in the whole of `ask` there is no `send`, and the channel was a local variable, so nobody else can have it.",
      zh = "现在它要开始听了。找找发送者：整个 `ask` 里没有一个 `send`，而这个 channel 是局部变量，别人也拿不到。" },
    { at = "end",
      en = "The program ended well, status 0, and printed everything main had to say. Only the report shows what is wrong. In a server, where main never ends, there would not even be a report: only a goroutine more, for each question.",
      zh = "程序正常结束，退出码 0,main 该说的都说了，只有报告指出了毛病。要是在服务器里，main 永不结束，连这份报告都不会有：每问一次，就多出一个 goroutine，如此而已。",
      show = { "leaks" } },
  },
}
