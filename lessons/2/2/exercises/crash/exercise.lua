return {
  kind = "fix",
  title = { en = "The silent crash", zh = "无声的崩溃" },
  task = {
    en = [[
The task `printer` fails in the middle of its work, and nobody hears of it. Make the scheduler say so, at once and in these words, and let the other task go on:

    reader 1
    printer 1
    reader 2
    printer failed: no paper
    reader 3
    all tasks have ended]],
    zh = [[
`printer` 这个任务干到一半出了错，却没有任何人知道。请让调度器当场照下面的样子报告出来，并且让另一个任务继续：

    reader 1
    printer 1
    reader 2
    printer failed: no paper
    reader 3
    all tasks have ended]],
  },
  hints = {
    { en = "`coroutine.resume` returns more than nothing. Look at its first result.",
      zh = "`coroutine.resume` 是有返回值的。看看第一个。" },
    { en = "`local ok, err = coroutine.resume(...)`: if `ok` is false, `err` is what went wrong.",
      zh = "`local ok, err = coroutine.resume(...)`：`ok` 为假时，`err` 就是出错的原因。" },
  },
  goal = { outputs = {
    "reader 1\nprinter 1\nreader 2\nprinter failed: no paper\nreader 3\n"
    .. "all tasks have ended\n" } },
  faults = { { file = "fault.lua", verdict = "error" } },
  learned = {
    en = "`resume` catches errors, as `recover` does in Go, and whoever catches an error must do something with it. Goroutines choose the other way: an uncaught panic in any of them ends the whole program, so it "
      .. "cannot be overlooked.",
    zh = "`resume` 会接住错误，和 Go 的 `recover` 一样；而接住了错误的人，就有责任处理它。goroutine 走的是另一条路："
      .. "任何一个 goroutine 里没有接住的 panic 都会让整个程序退出，想看不见都不行。",
  },
}
