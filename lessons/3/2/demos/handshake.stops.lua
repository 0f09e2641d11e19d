return {
  title = { en = "The rendezvous", zh = "会合" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "block", of = "trapeze",
      en = "An unbuffered channel has no slots, only a bar. Main has come to send and waits in `sendq`; the catcher is still asleep.",
      zh = "无缓冲的 channel 没有格子，只有一道杠。main 来发送，在 `sendq` 里等着；接的人还在睡。",
      show = { "chan trapeze", "gs" } },
    { on = "recv", of = "trapeze",
      en = "10 ms later both are there, and only now does anything move. Send and receive are *one* event: neither is over before the other.",
      zh = "10 毫秒后两个人都到了，东西这才开始动。发送和接收是**同一件事**：谁也不比谁先完成。",
      show = { "gs" } },
    { at = "end",
      en = "Main never got ahead by more than one step. When a send returns, you *know* that somebody has the value. That knowledge is what an unbuffered channel sells, and waiting is the price.",
      zh = "main 始终没能领先一步以上。发送一返回，你就**确定**有人拿到了值。无缓冲 channel 卖的就是这份确定，价钱是等待。",
      show = { "output" } },
  },
}
