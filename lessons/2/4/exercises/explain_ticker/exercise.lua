return {
  kind = "explain",
  title = { en = "Leak 3, the line", zh = "泄漏之三：是哪一行" },
  task = {
    en = "`leak_ticker` stops its ticker as the documentation asks, and leaks all the same. On which line does the goroutine wait for something that a stopped ticker never does?",
    zh = "`leak_ticker` 老老实实停了 ticker，照样泄漏。goroutine 停在哪一行，等着一件停了的 ticker 永远不会做的事？",
  },
  hints = {
    { en = "`range` over a channel ends when the channel is closed.",
      zh = "对 channel 的 `range`，要等 channel 关闭才结束。" },
    { en = "`Stop` does not close the channel.",
      zh = "`Stop` 不会关闭 channel。" },
  },
  starter = "demos/leak_ticker.lua",
  solution = "demos/leak_ticker_fixed.lua",
  options = { procs = 1 },
  ask = "line",
  cause = { "for _ in range(pulse.C) do" },
  goal = { plain = true },
  learned = {
    en = "Do not `range` over a ticker, unless the loop has another way out. A `select` of the ticker and a stop signal is the form to remember.",
    zh = "不要 `range` 一个 ticker，除非循环另有出路。该记住的写法是：`select` 里放 ticker 和停止信号。",
  },
}
