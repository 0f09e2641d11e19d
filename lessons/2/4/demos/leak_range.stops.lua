return {
  title = { en = "Leak 2: range over a channel that is never closed",
            zh = "泄漏之二：range 一个永不关闭的 channel" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "for line in range(lines) do",
      en = "`range` receives until the channel is closed. That is an agreement of two: somebody has to close.",
      zh = "`range` 会一直接收，直到 channel 关闭。这是双方的约定：总得有人来关。" },
    { line = "time.Sleep(time.Millisecond)",
      en = "Both lines have been sent, and main has no more. It knows that. The printer does not, and listens.",
      zh = "两行都发完了，main 知道再也没有了。可打印机不知道，还在听。",
      show = { "chan lines" } },
    { at = "end",
      en = "`the printer switches itself off` was never printed. The channel is empty, open, and known to nobody else.",
      zh = "那句 `the printer switches itself off` 始终没打印出来。channel 是空的、开着的，除了打印机没人知道它。",
      show = { "leaks" } },
  },
}
