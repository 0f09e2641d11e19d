return {
  kind = "fix",
  title = { en = "Count before you start", zh = "先点名，再出发" },
  task = {
    en = [[
Repair the program that you have just broken: both pages are fetched, each in its own goroutine, in any order, and `all fetched` comes last, on every schedule.]],
    zh = [[
把刚才弄坏的程序修好：两页都要取到，各由一个 goroutine 去取，先后不限；`all fetched` 总在最后，不管怎么调度。]],
  },
  hints = {
    { en = "Who knows how many goroutines there will be, before they run?",
      zh = "在它们运行之前，谁知道一共会有几个 goroutine?" },
    { en = "Main. Move `Add` out of `fetch`, to the line before each `go`.",
      zh = "是 main。把 `Add` 从 `fetch` 里挪出来，放到每条 `go` 的前一行。" },
  },
  goal = {
    outputs = {
      "fetched a\nfetched b\nall fetched\n",
      "fetched b\nfetched a\nall fetched\n",
    },
    uses = { go = 2 },
  },
  faults = {
    { file = "sleeps.lua", verdict = "sleep" },
    { file = "both.lua", verdict = "deadlock" },
    { file = "one_after_the_other.lua", verdict = "sequential" },
  },
  learned = {
    en = "`Add` before `go`, `Done` by `defer`. Go 1.25 has a method that does both, `wg.Go(f)`, and you may write `all:Go(f)` in gopark as well.",
    zh = "`Add` 在 `go` 之前，`Done` 用 `defer`。Go 1.25 起有个方法一并办了：`wg.Go(f)`；在 gopark 里写作 `all:Go(f)`。",
  },
}
