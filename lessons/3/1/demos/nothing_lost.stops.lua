return {
  title = { en = "A full buffer loses nothing", zh = "缓冲满了也不丢东西" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "block", of = "pipe", hit = 2,
      en = "Two drops in the buffer, and the sender has come with a third. It does not throw it away and it does not overwrite: it **waits**, with its drop, in `sendq`.",
      zh = "缓冲里有两滴，发送者又带来第三滴。它不会扔掉，也不会覆盖，而是带着这一滴在 `sendq` 里**等**。",
      show = { "chan pipe", "gs" } },
    { on = "close", of = "pipe",
      en = "Closed, but not empty. What is in the buffer will still be delivered; only then does the `range` end.",
      zh = "关了，但没空。缓冲里的照样会交付，交付完了 `range` 才结束。",
      show = { "chan pipe" } },
    { at = "end",
      en = "Some texts say that a buffered channel may lose messages. It cannot. Messages are lost only where a program says so: by `default`, or by leaving without receiving.",
      zh = "有的资料说带缓冲的 channel 可能丢消息。不可能。只有程序自己写了要丢，才会丢：要么用了 `default`，要么没收完就走。",
      show = { "output" } },
  },
}
