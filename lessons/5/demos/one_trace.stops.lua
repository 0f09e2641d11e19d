return {
  title = { en = "One request, nine spans", zh = "一个请求，九个 span" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "span(ctx, \"stock\", function(inside)",
      en = "Two goroutines have been started by the basket, and each was given the context in which `basket` is written. A goroutine has no parent in Go, nor anything of its own where one could keep it. The context is the thread that holds the trace together.",
      zh = "购物车起了两个 goroutine，各给了一个写着 `basket` 的 context。Go 的 goroutine 没有父子之分，也没有自己的地方可以存这种东西；把整条追踪串起来的线，就是 context。",
      show = { "gs" } },
    { line = "draw(nil)",
      en = "All spans have ended; they lie in a list, in the order in which they began. Each knows its parent, and that is enough to draw the tree.",
      zh = "所有 span 都结束了，按开始的先后躺在一张表里。每个只知道自己的上级，可是画出整棵树已经够了。" },
    { at = "end",
      en = "Read it downwards: what is indented is part of what stands above. Then look for the way along which nothing may get later: checkout, prices, the three questions to the database one after another, bank. Making `stock` faster gains nothing. Asking the three at once gains 14 ms, and then `stock` is on that way.",
      zh = "从上往下读，缩进的属于上面那个。再找出一点也拖不得的那条路：结账、价格、一个接一个的三次查询、银行。把 `stock` 做快，一毫秒也省不下；三次查询改成同时问，省 14 毫秒，那时 `stock` 就到这条路上来了。",
      show = { "output" } },
  },
}
