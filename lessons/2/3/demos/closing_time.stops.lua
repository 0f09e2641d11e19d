return {
  title = { en = "Closing time", zh = "打烊" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "close(stop)",
      en = "Three cooks wait for an order or for `stop`. A message sent on `stop` would reach one of them. A close reaches all, and those who come later as well.",
      zh = "三个厨师都在等点单或者 `stop`。往 `stop` 里发一条消息，只有一个人收得到；把它关掉，人人都收得到，晚来的也一样。",
      show = { "chans" } },
    { on = "close", of = "stop",
      en = "Everybody who waited at `stop` is runnable now. No value was sent: that the channel is closed is the whole message.",
      zh = "等在 `stop` 上的人现在都可以运行了。并没有发送任何值，“关上了”本身就是全部消息。",
      show = { "gs" } },
    { at = "end",
      en = "`ctx:Done()` is just such a channel. A context adds deadlines, reasons and a tree; for a single loop a channel of your own will do.",
      zh = "`ctx:Done()` 就是这样一个 channel。context 多了截止时间、原因和父子树；只管一个循环的话，自己建个 channel 就够了。",
      show = { "output" } },
  },
}
