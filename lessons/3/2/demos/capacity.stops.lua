return {
  title = { en = "What capacity buys, and what it costs", zh = "容量买来什么，花掉什么" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "send", hit = 5,
      en = "Capacity 0: almost every value costs a switch from one goroutine to the other. That is what the first line will measure.",
      zh = "容量为 0:几乎每个值都要在两个 goroutine 之间切换一次。第一行量的就是它。",
      show = { "stats" } },
    { at = "end",
      en = "The bars are throughput, with the unbuffered channel as ten. It rises steeply at first and then hardly at all, while the third column, the time a value lies in the channel, grows without end. (Virtual time, fitted to one machine: read ratios, not nanoseconds.)",
      zh = "横条是吞吐量，无缓冲的算十格。起初涨得很陡，后来几乎不动；第三列是一个值在 channel 里躺了多久，却一直涨下去。（这是按某台机器拟合的虚拟时间，看比例，别看绝对的纳秒数。）",
      show = { "output" } },
  },
}
