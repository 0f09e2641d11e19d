return {
  title = { en = "Leak 1, repaired",
            zh = "泄漏之一：修好了" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "close(answer)",
      en = "Whoever gives up says so. A receive from a closed channel returns at once, with `ok` false.",
      zh = "谁放弃，谁就说一声。从关闭了的 channel 接收会立刻返回，`ok` 为假。" },
    { at = "end",
      en = "The listener had a second way out, and took it. Every receive needs one: a sender, a close, or a `select` with a stop signal.",
      zh = "听的人有了第二条出路，并且走了出去。每个接收都需要出路：要么有人发，要么有人关，要么在 `select` 里再听一个停止信号。",
      show = { "output", "leaks" } },
  },
}
