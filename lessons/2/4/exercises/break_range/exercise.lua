return {
  kind = "break",
  title = { en = "Leak 2, by injection", zh = "泄漏之二：注入故障" },
  task = {
    en = "The repaired printer switches itself off. Prevent it with one injected fault, so that a goroutine is left for ever.",
    zh = "修好的打印机会自己关机。请用一次故障注入阻止它，让一个 goroutine 永远留下。",
  },
  hints = {
    { en = "What ends a `range` over a channel?", zh = "对 channel 的 `range` 靠什么结束？" },
    { en = "Step main until `lines` exists, then `inject skip close lines`.",
      zh = "先让 main 走到 `lines` 建好，再 `inject skip close lines`。" },
  },
  starter = "demos/leak_range_fixed.lua",
  options = { procs = 1 },
  inject = true,
  goal = { leaks = 1 },
  learned = {
    en = "Skipping a send would not have leaked here: the printer would only have printed less. It is the *end* that a receiver cannot do without.",
    zh = "要是跳过的是一次发送，这里并不会漏，只是少打印一行。接收方不能没有的，是**结束**。",
  },
}
