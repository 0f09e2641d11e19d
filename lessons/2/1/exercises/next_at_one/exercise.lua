return {
  kind = "predict",
  title = { en = "Who is next, with one P?", zh = "只有一个 P，下一个是谁？" },
  task = {
    en = [[
One processor. Three goroutines are started, `first`, `second` and `third`, then main waits. In which order do they print?]],
    zh = [[
只有一个处理器。先后启动三个 goroutine：`first`、`second`、`third`，然后 main 等着。它们按什么次序打印？]],
  },
  hints = {
    { en = "A new goroutine goes to `runnext`. What happens to the one that was there?",
      zh = "新的 goroutine 站到 `runnext`。原来站在那里的怎么办？" },
    { en = "It goes to the tail of the queue. When main parks, `runnext` is taken first, then the queue from its head.",
      zh = "它被挤到队尾。main 停放之后，先取 `runnext`，再从队头开始取。" },
  },
  options = { procs = 1 },
  choose = "one",
  choices = {
    { en = "first, second, third", zh = "first、second、third",
      test = function(f) return f.output == "first\nsecond\nthird\n" end },
    { en = "third, second, first", zh = "third、second、first",
      test = function(f) return f.output == "third\nsecond\nfirst\n" end },
    { en = "third, first, second", zh = "third、first、second",
      test = function(f) return f.output == "third\nfirst\nsecond\n" end },
    { en = "second, third, first", zh = "second、third、first",
      test = function(f) return f.output == "second\nthird\nfirst\n" end },
  },
  learned = {
    en = "Last come, first served, for one goroutine; first come, first served for the rest. A real Go program with `GOMAXPROCS=1` prints the same.",
    zh = "对最后来的那一个是“后到先得”，对其余的是“先到先得”。真正的 Go 程序设 `GOMAXPROCS=1`，结果也一样。",
  },
}
