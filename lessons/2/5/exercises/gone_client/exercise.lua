return {
  kind = "fix",
  title = { en = "The client has gone", zh = "客户端已经走了" },
  task = {
    en = "Both clients leave: their context is cancelled. The handlers wait on for answers that nobody will read, one of them with the only connection in its hand. Let them notice, so that both say `client has gone`, and the connection is free again.",
    zh = "两个客户端都走了，context 已经取消。处理函数却还在等没有人会看的回答，其中一个手里还攥着唯一的连接。请让他们察觉：两个都说 `client has gone`，连接也空出来。",
  },
  hints = {
    { en = "Which context does `query` listen to, and who could cancel that one?",
      zh = "`query` 听的是哪个 context？谁能取消它？" },
    { en = "Pass `ctx` on. Is there another wait in `query` that a client may leave in?",
      zh = "把 `ctx` 传下去。`query` 里是不是还有一处等待，客户端也可能在那时离开？" },
    { en = "Waiting for the connection is a wait, too: `select { recv(pool), recv(ctx:Done()) }`.",
      zh = "等连接也是等：`select { recv(pool), recv(ctx:Done()) }`。" },
  },
  goal = {
    outputs = { "client has gone\nclient has gone\n1 free\n" },
    uses = { go = 3 },
  },
  faults = {
    { file = "without.lua", verdict = "output" },
    { file = "own_timeout.lua", verdict = "deadlock" },
  },
  learned = {
    en = "A request's context goes as the first argument into everything done for it, and every wait listens: the one for the connection and the one for the answer. `context.Background()` in the middle of a handler cuts the cord. In Go: `r.Context()`, `db.QueryContext(ctx, ...)`.",
    zh = "请求的 context 作为第一个参数，一路传进为它做的每一件事；每一处等待都要听它，等连接要听，等回答也要听。在处理函数半路上写个 `context.Background()`，这根线就断了。在 Go 里是 `r.Context()` 和 `db.QueryContext(ctx, ...)`。",
  },
}
