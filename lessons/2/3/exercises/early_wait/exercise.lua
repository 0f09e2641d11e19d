return {
  kind = "break",
  title = { en = "Waited, but not for everybody", zh = "等了，但没等齐" },
  task = {
    en = [[
Each goroutine counts itself: `Add` is called inside, by `fetch`. So the counter can be 0 while somebody has not even begun. Schedule so that the program prints

    fetched a
    all fetched

and page b is lost.]],
    zh = [[
这里每个 goroutine 自己给自己点名：`Add` 写在 `fetch` 里面。于是有人还没开始，计数就可能已经是 0 了。请安排调度，让程序打印

    fetched a
    all fetched

而 b 页就这么丢了。]],
  },
  hints = {
    { en = "Main must come to `Wait` when goroutine 2 is done with everything and goroutine 3 has not yet said `Add`.",
      zh = "要让 main 走到 `Wait` 的时候，2 号全部做完，3 号连 `Add` 都还没执行。" },
    { en = "`step G1` twice (two `go`), then only goroutine 2: `Add`, print, `Done`. Then main again.",
      zh = "先 `step G1` 两次（两条 `go`），然后只走 2 号：`Add`、打印、`Done`，最后再走 main。" },
  },
  options = { procs = 1 },
  goal = { output = "fetched a\nall fetched\n" },
  learned = {
    en = "A counter that is 0 can mean *all have finished* or *nobody has begun*. Only if `Add` comes before `go`, in the goroutine that will wait, do these two differ.",
    zh = "计数为 0，可能是**都做完了**，也可能是**还没开始**。只有把 `Add` 放在 `go` 之前，由将要等待的那个 goroutine 来调用，才分得清这两种情况。",
  },
}
