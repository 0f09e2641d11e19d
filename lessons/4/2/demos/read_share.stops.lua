return {
  title = { en = "Who wins at which share of writes?", zh = "写多少的时候，谁更快？" },
  options = { procs = 8 },
  ends = "returns",
  stops = {
    { on = "block", hit = 20,
      en = "The Mutex first. Even readers queue: everybody wants to be alone.",
      zh = "先看 Mutex。连读的人也要排队，人人都要独占。",
      show = { "locks" } },
    { at = "end",
      en = "With nothing but reads the RWMutex is far ahead. A few per cent of writes take most of that lead away, because every writer first has to let all readers leave and then wakes them all; with many writes it costs more than it gives. Measure your own share before you choose.",
      zh = "全是读的时候，RWMutex 遥遥领先。写占到百分之几，优势就去了大半：每次写都得先等所有读者离开，写完又要把他们全叫醒；写一多，就得不偿失。选之前，先量一量自己的读写比例。",
      show = { "output" } },
  },
}
