return {
  kind = "predict",
  title = { en = "How many entries?", zh = "有几个条目？" },
  task = {
    en = "There is exactly **one** entry in this map at every moment when nobody is carrying it, and whoever carries it holds both locks. `size` adds up the stripes, each under its own lock. What can it print? Mark **all**.",
    zh = "只要没人正在搬，这个 map 里不多不少就**一个**条目，而搬的人两把锁都拿着。`size` 逐段相加，每段都在自己的锁里。它可能打印什么？**可以多选**。",
  },
  hints = {
    { en = "Between the two stripes `size` holds no lock at all.", zh = "从一段走到下一段的时候，`size` 手里一把锁也没有。" },
    { en = "Let the entry be carried away in that gap, once to the right and once back. Which stripes has `size` seen with it, and which without?",
      zh = "让条目就在那道缝里被搬走，先搬去，再搬回。`size` 看到哪一段有它，哪一段没有？" },
  },
  choose = "all",
  explore = true,
  choices = {
    { en = "`size 0`", zh = "`size 0`",
      test = function(f) return f.all.outputs["size 0\n"] ~= nil end },
    { en = "`size 1`", zh = "`size 1`",
      test = function(f) return f.all.outputs["size 1\n"] ~= nil end },
    { en = "`size 2`", zh = "`size 2`",
      test = function(f) return f.all.outputs["size 2\n"] ~= nil end },
    { en = "`size 3`", zh = "`size 3`",
      test = function(f) return f.all.outputs["size 3\n"] ~= nil end },
  },
  learned = {
    en = "Each number was right when it was read; their sum belongs to no moment. A count over stripes is either taken under all of them, or it is an estimate and should be called one.",
    zh = "每个数在读到的那一刻都是对的，它们的和却不属于任何一刻。跨段的计数，要么把所有段都锁住再数，要么就承认它只是个估计。",
  },
}
