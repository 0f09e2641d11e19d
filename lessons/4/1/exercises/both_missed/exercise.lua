return {
  kind = "predict",
  title = { en = "Who misses whom?", zh = "谁错过了谁？" },
  task = {
    en = "Ann and Bob each leave a note and then look for the other's. What is possible *in steps*, one after another, over all schedules? Mark **all**.",
    zh = "Ann 和 Bob 各放一张字条，再去找对方的。**一步一步地走**，把所有调度算上，哪些有可能？**可以多选**。",
  },
  hints = {
    { en = "One of the four steps is the last. Whose look can it be, and what has been written by then?",
      zh = "四步里总有最后一步。它是谁在找？那时候已经写下了什么？" },
    { en = "The last step is a look, and both notes are there.",
      zh = "最后一步必定是找，而那时两张字条都在了。" },
  },
  starter = "demos/two_notes.lua",
  options = { procs = 1 },
  choose = "all",
  explore = true,
  choices = {
    { en = "both find the other's note", zh = "两个人都找到",
      test = function(f) return f.all.outputs["Ann finds 1 and Bob finds 1\n"] ~= nil end },
    { en = "only Ann finds one", zh = "只有 Ann 找到",
      test = function(f) return f.all.outputs["Ann finds 1 and Bob finds 0\n"] ~= nil end },
    { en = "only Bob finds one", zh = "只有 Bob 找到",
      test = function(f) return f.all.outputs["Ann finds 0 and Bob finds 1\n"] ~= nil end },
    { en = "neither finds one", zh = "两个人都没找到",
      test = function(f) return f.all.outputs["Ann finds 0 and Bob finds 0\n"] ~= nil end },
  },
  learned = {
    en = "Three of the four. `litmus SB` at the prompt shows the fourth, on a machine with store buffers, and on which of its paths. Whoever rules it out in a real program argues about a machine that is not built.",
    zh = "四种里的三种。在提示符下键入 `litmus SB`，就能在带写缓冲的机器上看到第四种，还有走到那儿的路径。谁要是在真实的程序里认定它不会发生，他说的是一台没人造的机器。",
  },
}
