return {
  kind = "fix",
  title = { en = "The dry river", zh = "干涸的河" },
  task = {
    en = [[
Main merges two channels. When one is closed, its case is ready for ever, and the loop spins until the other one is closed too. Repair the loop so that a closed channel is not asked again. The sum stays 6.]],
    zh = [[
main 把两个 channel 合并。其中一个关了以后，它的分支永远就绪，循环就空转到另一个也关掉为止。请修好循环，不再去问已经关掉的 channel。总和仍是 6。]],
  },
  hints = {
    { en = "What kind of channel is never ready?", zh = "什么样的 channel 永远不就绪？" },
    { en = "When `ok` is false, set that variable to nil, and go on while one of them is not nil.",
      zh = "`ok` 为假时，把那个变量设为 nil；只要还有一个不是 nil，就继续。" },
  },
  goal = {
    outputs = { "sum 6\n" },
    uses = { go = 2 },
    most = { select = 5 },
  },
  faults = {
    { file = "polite.lua", verdict = "busy" },
    { file = "stops_early.lua", verdict = "output" },
  },
  learned = {
    en = "Closed: always ready. nil: never ready. Between these two you can switch every case of a select on and off.",
    zh = "关闭的永远就绪，nil 的永远不就绪。有了这两样，select 的每个分支都可以随时开关。",
  },
}
