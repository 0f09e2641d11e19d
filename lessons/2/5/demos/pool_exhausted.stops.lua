return {
  title = { en = "The pool is empty", zh = "池子空了" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "block", of = "pool", hit = 3,
      en = "Handler 1 holds connection A and will keep it for a second; 2 holds B. Handlers 3, 4 and 5 stand in the pool's receive queue, in order of arrival. Each is in a `select`: it waits for a connection *or* for its time to be up.",
      zh = "1 号拿着连接 A，要占一秒；2 号拿着 B。3、4、5 号按到达的先后排在池子的接收队列里。每个都在 `select` 里：等到连接，**或者**等到自己超时。",
      show = { "chan pool", "gs" } },
    { line = "if case == 2 then return note(id, \"503, no connection\") end", g = 5,
      en = "50 ms are up for handler 4. It says 503, which is an answer, and goes.",
      zh = "4 号的 50 毫秒到了。它回一个 503，这也是回答，然后走人。",
      show = { "output" } },
    { at = "end",
      en = "One query that hangs, and half of the pool is gone for a second; its context did not help, because `time.Sleep` listens to nobody. So limit the query, too. Everybody who left gave back what it held: two connections, as at the start.",
      zh = "一个查询卡住，半个池子就没了一秒；它的 context 也没帮上忙，因为 `time.Sleep` 谁的话都不听。所以查询本身也要限时。走的人都把手里的还了：两条连接，和开始时一样。",
      show = { "output" } },
  },
}
