return {
  title = { en = "Leak 5: a context that is never cancelled",
            zh = "泄漏之五：从未取消的 context" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "local ctx = context.WithCancel(context.Background())",
      en = "`WithCancel` returns two things, and here the second one is dropped. The only function that could ever close `ctx:Done()` is gone before the first headline. (In Go, `go vet` complains about this line.)",
      zh = "`WithCancel` 返回两样东西，这里把第二样扔了。唯一能关闭 `ctx:Done()` 的函数，第一条新闻还没到就没了。（在 Go 里，`go vet` 会对这一行提出警告。）" },
    { line = "fmt.Println(\"we have heard enough\")",
      en = "The goroutine does everything right: it selects on `ctx:Done()`. But a signal that nobody can give is no signal.",
      zh = "这个 goroutine 做得无可挑剔：它在 `select` 里听着 `ctx:Done()`。可是一个谁也发不出的信号，等于没有信号。",
      show = { "why 2" } },
    { at = "end",
      en = "Leaked, with a way out that was never opened.",
      zh = "漏了。出路是有的，只是从没打开过。",
      show = { "leaks" } },
  },
}
