return {
  title = { en = "Try again", zh = "不行就再来" },
  ends = "returns",
  stops = {
    { line = "if n:CompareAndSwap(seen, 2 * seen + x) then", hit = 2,
      en = "The new value was computed from `seen`. CompareAndSwap writes it only if the cell *still* holds `seen`, and says whether it did. Test and write are one instruction of the processor.",
      zh = "新值是根据 `seen` 算出来的。CompareAndSwap 只在单元里**仍然**是 `seen` 的时候才写，并且告诉你写成了没有。比较和写入是处理器的一条指令。",
      show = { "gs" } },
    { at = "end",
      en = "Whoever failed has lost nothing but time: it looked again and computed again. There is no atomic instruction for `2n + x`; with a CAS loop you make one. (The result depends on the order, but never is an update lost.)",
      zh = "失败的人只损失了一点时间：再看一眼，再算一遍。处理器没有计算 `2n + x` 的原子指令，有了 CAS 循环，你就能自己造。（结果和先后有关，但绝不会丢更新。）",
      show = { "output" } },
  },
}
