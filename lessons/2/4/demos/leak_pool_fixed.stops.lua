return {
  title = { en = "Leak 4, repaired",
            zh = "泄漏之四：修好了" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "close", of = "plates",
      en = "`range` in the worker, `close` at the owner. One close sends all workers home.",
      zh = "工人那边用 `range`，主人这边用 `close`。关一次，所有工人下班。",
      show = { "gs" } },
    { at = "end",
      en = "If the owner wants to be sure that they have gone, it gives them a WaitGroup too.",
      zh = "主人若要确认他们真的走了，再配一个 WaitGroup。",
      show = { "leaks" } },
  },
}
