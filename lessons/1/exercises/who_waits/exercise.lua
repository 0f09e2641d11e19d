return {
  kind = "predict",
  title = { en = "Who waits for whom?", zh = "谁在等谁？" },
  task = {
    en = [[
This program starts a goroutine and then simply ends. What can it print? Mark **all** that some schedule produces.]],
    zh = [[
这个程序启动一个 goroutine，然后自己就结束了。它可能打印什么？**可以多选**。]],
  },
  hints = {
    { en = "When main returns, the program is over, whatever the other goroutines were about to do.",
      zh = "main 一返回，程序就结束，不管别的 goroutine 正打算做什么。" },
    { en = "Count the goroutines that main waits for.",
      zh = "数一数 main 等了几个 goroutine。" },
  },
  choose = "all",
  explore = true,
  choices = {
    { en = "only `main was here`", zh = "只有 `main was here`",
      test = function(f) return f.all.outputs["main was here\n"] ~= nil end },
    { en = "both lines, the goroutine's first", zh = "两行都有，goroutine 那行在前",
      test = function(f)
        return f.all.outputs["the goroutine was here\nmain was here\n"] ~= nil
      end },
    { en = "only `the goroutine was here`", zh = "只有 `the goroutine was here`",
      test = function(f)
        return f.all.outputs["the goroutine was here\n"] ~= nil
      end },
    { en = "nothing at all", zh = "什么也没有",
      test = function(f) return f.all.outputs[""] ~= nil end },
  },
  learned = {
    en = "Nobody waits for a goroutine unless the program says so. That the line is missing is no error: the program ends well, with status 0, "
      .. "and that is exactly why this mistake lives long.",
    zh = "程序不写明要等，就没有谁会等一个 goroutine。少打印一行并不算错误：程序正常结束，退出码是 0。"
      .. "正因如此，这种毛病才活得久。",
  },
}
