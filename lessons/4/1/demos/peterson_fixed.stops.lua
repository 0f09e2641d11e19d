return {
  title = { en = "After you, with atomics", zh = "您先请，原子版" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "if not want[other]:Load() or turn:Load() == me then",
      en = "The same algorithm, line by line. Only the door is atomic now; in Go that means: all atomic operations stand in one order that everybody agrees on.",
      zh = "算法一行没变，只是门上的东西成了原子的。在 Go 里，这意味着所有原子操作排成一个次序，人人看到的都一样。" },
    { at = "end",
      en = "As many schedules as before, and not one race, not even on the plain `room`: whoever enters second has read what the first one stored when leaving. In the litmus test all accesses are atomic, too, and on every model it is safe.",
      zh = "调度和先前一样多，竞争一处也没有，连普通的 `room` 上都没有：后进去的人，读到过先进去的人离开时存下的东西。下面这个 litmus 测试里访问也全是原子的，哪个模型上都安全。",
      show = { "litmus Peterson+sc all" } },
  },
}
