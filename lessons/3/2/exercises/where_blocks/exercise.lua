return {
  kind = "predict",
  title = { en = "Which send is the first to wait?", zh = "第几次发送开始要等？" },
  task = {
    en = "Capacity 2. A goroutine sends 1, 2, 3, 4, while nobody receives for a millisecond. How many sends have returned when main looks? Mark **one**.",
    zh = "容量为 2。一个 goroutine 依次发送 1、2、3、4，而一毫秒之内没人接收。main 去看的时候，已经有几次发送返回了？**单选**。",
  },
  hints = {
    { en = "A send returns at once as long as there is a free slot.", zh = "只要有空格，发送就立刻返回。" },
    { en = "The third send has come, but it has not returned.", zh = "第三次发送已经开始，但还没返回。" },
  },
  options = { procs = 1 },
  choose = "one",
  choices = {
    { en = "1", zh = "1", test = function(f) return f.output:match("^1 ") ~= nil end },
    { en = "2", zh = "2", test = function(f) return f.output:match("^2 ") ~= nil end },
    { en = "3", zh = "3", test = function(f) return f.output:match("^3 ") ~= nil end },
    { en = "4", zh = "4", test = function(f) return f.output:match("^4 ") ~= nil end },
  },
  learned = {
    en = "Capacity n means: n sends may be ahead of the receives. With capacity 0 a send is never ahead.",
    zh = "容量 n 的意思是：发送最多可以领先接收 n 次。容量为 0，就永远不能领先。",
  },
}
