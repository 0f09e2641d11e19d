return {
  kind = "predict",
  title = { en = "What can remain?", zh = "最后可能剩几？" },
  task = {
    en = "Two goroutines increment `n` **twice** each, unprotected. Which final values are possible? Mark **all**.",
    zh = "两个 goroutine 各给 `n` 加**两次** 1，没有保护。最后可能是几？**可以多选**。",
  },
  hints = {
    { en = "4 needs no misfortune. For 3, one update is lost.", zh = "4 不需要倒霉；3 是丢了一次。" },
    { en = "Can the value 1 be the last one written? Whoever writes last has read something before; what is the least it can have read in its second round?",
      zh = "最后写进去的能是 1 吗？最后写的人之前读过一次；在他的第二轮里，最少能读到几？" },
  },
  choose = "all",
  explore = true,
  choices = {
    { en = "1", zh = "1",
      test = function(f) return f.all.outputs["n = 1\n"] ~= nil end },
    { en = "2", zh = "2",
      test = function(f) return f.all.outputs["n = 2\n"] ~= nil end },
    { en = "3", zh = "3",
      test = function(f) return f.all.outputs["n = 3\n"] ~= nil end },
    { en = "4", zh = "4",
      test = function(f) return f.all.outputs["n = 4\n"] ~= nil end },
  },
  learned = {
    en = "However many rounds there are, the least possible value is 2, for any number from two on. The explorer has tried all schedules; you need not take anybody's word for it.",
    zh = "不管加多少轮，只要不少于两轮，最少都是 2。所有调度都搜索过了，用不着听谁的。",
  },
}
