return {
  kind = "break",
  title = { en = "Two connections each", zh = "一人要两条" },
  task = {
    en = "Two connections, and a handler that takes a second one while it holds the first. Left alone, one handler after the other is answered. Schedule a **deadlock**.",
    zh = "两条连接，而处理函数拿着第一条的时候还要拿第二条。不去管它，两个处理函数一前一后都能完成。请用调度造出**死锁**。",
  },
  hints = {
    { en = "It is the embrace of two locks again, only that both \"locks\" lie in one pool.",
      zh = "还是两把锁抱死的老故事，只不过两把“锁”放在同一个池子里。" },
    { en = "Let each handler take one connection before either asks for its second.",
      zh = "让每个处理函数都先拿一条，谁也别急着要第二条。" },
    { en = "Step main until both handlers exist (`gs` shows it), then `step G2`, `step G3`.",
      zh = "一步步走 main，走到两个处理函数都在（用 `gs` 看），然后 `step G2`、`step G3`。" },
  },
  options = { procs = 1 },
  goal = { ends = "deadlock" },
  learned = {
    en = "With n handlers that take two connections each, a pool of n can lock itself up, a pool of n + 1 cannot: somebody always gets its second. But nobody can promise how many handlers there will be. So take one connection at a time, or both at once and in one piece (`semaphore.Acquire(ctx, 2)`), and never wait without a deadline while you hold one.",
    zh = "n 个处理函数各要两条连接，池子有 n 条就可能锁死，n + 1 条就不会：总有一个能拿到第二条。可是谁也不敢保证处理函数最多几个。所以要么一次只拿一条，要么两条一次拿齐（`semaphore.Acquire(ctx, 2)`）；手里拿着一条的时候，绝不能无限期地等另一条。",
  },
}
