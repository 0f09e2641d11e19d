return {
  kind = "break",
  title = { en = "Leak 3, by injection", zh = "泄漏之三：注入故障" },
  task = {
    en = "The repaired monitor hears when it is unplugged. Make it deaf with one injected fault. It will not be *leaked* then, because its ticker still ticks: it will be **left**, beating on when main has returned.",
    zh = "修好的监护仪听得见拔插头。请用一次故障注入让它变聋。这样它并不算**泄漏**，因为 ticker 还在走；它会被**留下**，main 返回以后还在一下一下地跳。",
  },
  hints = {
    { en = "What does `unplug` do?", zh = "`unplug` 做了什么？" },
    { en = "`inject skip close unplugged`, once the channel exists.",
      zh = "等 channel 建好以后，`inject skip close unplugged`。" },
  },
  starter = "demos/leak_ticker_fixed.lua",
  options = { procs = 1 },
  inject = true,
  goal = { left = 1 },
  learned = {
    en = "No leak detector that looks for unreachable channels will report this one: it is alive, and busy. Only the number of goroutines tells. Timers keep things alive.",
    zh = "靠“够不着的 channel”来找泄漏的工具，是不会报告它的：它活着，而且忙着。只有 goroutine 的数目能说明问题。定时器会让东西一直活着。",
  },
}
