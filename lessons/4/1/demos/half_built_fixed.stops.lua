return {
  title = { en = "Finished, then published", zh = "做完了再公开" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { at = "start",
      en = "First the fire, then the publication, and this by an `atomic.Value`. Nothing is found.",
      zh = "先点火，再公开，而且用 `atomic.Value` 公开。查不出问题。",
      show = { "explore" } },
    { line = "kitchen:Store(stove)",
      en = "The stove burns, and no one but the fitter has it. From this line on all the world may have it, and nobody changes it any more.",
      zh = "炉子已经点着，而且除了安装工谁也拿不到。过了这一行，谁都可以拿，也再没有人改它。",
      show = { "print stove.heat" } },
    { at = "end",
      en = "Either no stove, or a hot one. An object that is complete before it is published, by something that orders, and constant afterwards needs no lock for its readers.",
      zh = "要么没有炉子，要么就是热的。一个对象，公开之前已经完整，公开时用了管先后的东西，公开之后不再改，那么读的人不需要锁。",
      show = { "output" } },
  },
}
