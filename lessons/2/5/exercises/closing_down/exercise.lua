return {
  kind = "fix",
  title = { en = "Closing down", zh = "关门" },
  task = {
    en = "The service is to close for a new version. It takes no more requests, and ends, with those that were in the house still unanswered. Repair it: both are answered, whatever the schedule, then it says `closed`. Requests go on being handled at the same time, and nobody sleeps and hopes.",
    zh = "服务要停下来换新版本。新请求不收了，然后进程就结束，屋里的人还没得到回答。请修好它：不管怎样调度，两个请求都要先回答完，最后才说 `closed`。请求照旧同时处理，也不许靠睡一会儿碰运气。",
  },
  hints = {
    { en = "Two things must be over before `closed`: taking from the listener, and handling.",
      zh = "说 `closed` 之前有两件事得结束：从 listener 里取，和处理。" },
    { en = "A WaitGroup counts those in flight. Who adds, and when is it certain that all have been added?",
      zh = "WaitGroup 数着在途的请求。谁来加？什么时候能肯定已经加完了？" },
    { en = "`serve` adds before each `go`, and signals when its loop has ended. Main waits for that signal first, then for the WaitGroup.",
      zh = "`serve` 在每个 `go` 之前加，循环结束时发个信号。main 先等这个信号，再等 WaitGroup。" },
  },
  goal = {
    outputs = { "answered 1\nanswered 2\nclosed\n" },
    any_order = true,
    last = "closed",
    uses = { go = 3 },
  },
  faults = {
    { file = "too_early.lua" },
    { file = "started_only.lua", verdict = "output" },
    { file = "sleeps.lua", verdict = "sleep" },
    { file = "one_by_one.lua", verdict = "sequential" },
  },
  learned = {
    en = "A shutdown has an order: close the door, let the last ones in be counted, wait for them, then switch off the light. Go's `http.Server.Shutdown(ctx)` does it, with a context, so that one who never finishes does not keep the house open for ever; but main must wait until it returns.",
    zh = "关门有先后：先锁大门，数清最后进来的人，等他们办完，再关灯。Go 的 `http.Server.Shutdown(ctx)` 就是这样做的，还带一个 context，免得有人永远办不完，门就永远关不上；不过 main 得等它返回。",
  },
}
