return {
  title = { en = "Leak 2, repaired",
            zh = "泄漏之二：修好了" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "close", of = "lines",
      en = "The sender closes, after its last value. (Never the receiver: it cannot know whether more is coming, and a send on a closed channel panics.)",
      zh = "由发送方关闭，在发完最后一个值之后。（不能由接收方来关：它不知道后面还有没有，而往关闭的 channel 里发送会 panic。）" },
    { at = "end",
      en = "The loop ended by itself.",
      zh = "循环自己结束了。",
      show = { "output", "leaks" } },
  },
}
