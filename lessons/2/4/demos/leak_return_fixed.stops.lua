return {
  title = { en = "Leak 6, repaired",
            zh = "泄漏之六：修好了" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "return \"no page\"",
      en = "The same early return. But the channel has one slot now.",
      zh = "还是那个提前返回，但 channel 有了一格缓冲。" },
    { at = "end",
      en = "The helper puts the cat into the slot and ends; the channel and the cat are garbage, and the collector sees to them. One slot for each value that will ever be sent: then no sender depends on anybody's patience.",
      zh = "帮手把猫放进格子就结束了；channel 连同那只猫成了垃圾，自有回收器处理。要发几个值就留几格：这样发送者谁的耐心都不用指望。",
      show = { "leaks" } },
  },
}
