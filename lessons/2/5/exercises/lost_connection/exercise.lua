return {
  kind = "fix",
  title = { en = "The lost connection", zh = "没还回来的连接" },
  task = {
    en = "Four requests, two connections. A request for a torn page fails, as it may. But after two of them nobody gets an answer any more. Repair the handler so that all four are answered on every schedule and both connections are in the pool at the end. The pool keeps its size.",
    zh = "四个请求，两条连接。有的页是破的，请求失败，这本身没有错；可是失败两次以后，谁也得不到回答了。请修好处理函数：不管怎样调度，四个请求都有回答，最后两条连接都回到池子里。池子的大小不变。",
  },
  hints = {
    { en = "Count on how many ways one leaves `handle`, and on how many of them the connection is given back.",
      zh = "数一数离开 `handle` 有几条路，其中几条把连接还了。" },
    { en = "Do not add a second `send`. Arrange the return where the connection is taken, for every way out.",
      zh = "别再补一个 `send`。在拿到连接的地方就把归还安排好，不管从哪条路出去。" },
    { en = "`local _ <close> = defer(pool.send, pool, connection)`, right after the `recv`; the `send` at the end goes.",
      zh = "紧跟在 `recv` 后面写 `local _ <close> = defer(pool.send, pool, connection)`，末尾的 `send` 去掉。" },
  },
  goal = {
    outputs = {
      "200 maps over a connection\n500 page is torn\n500 page is torn\n"
        .. "200 cats over a connection\n2 of 2 free\n",
    },
    any_order = true,
    last = "2 of 2 free",
    uses = { go = 4, recv = 4, send = 6 },
  },
  faults = {
    { file = "bigger.lua", verdict = "output" },
    { file = "twice.lua", verdict = "deadlock" },
  },
  learned = {
    en = "A pool leaks like a goroutine: without a sound. Each failure takes a connection away, and the service stops long after the mistake, when *correct* requests come. In Go it is `rows.Close()` or `conn.Close()` that is missing on the error path; `defer` it in the line after the check.",
    zh = "池子漏起来和 goroutine 一样，没有声音。每失败一次少一条连接，服务停下来的时候，离出错已经很远，遭殃的是**正确**的请求。在 Go 里，漏掉的往往是错误路径上的 `rows.Close()` 或 `conn.Close()`；检查完错误，下一行就 `defer` 好。",
  },
}
