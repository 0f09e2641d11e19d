return {
  title = { en = "Leak 6: the early return",
            zh = "泄漏之六：提前返回" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "fmt.Println(load_page(nil))",
      en = "The first page went well. The second has no text.",
      zh = "第一页顺利。第二页没有正文。" },
    { line = "return \"no page\"",
      en = "A sensible line, and the trap: behind it stands the only receive for the goroutine that was started above.",
      zh = "很合情理的一行，却是个陷阱：上面启动的那个 goroutine，唯一的接收在这一行后面。",
      show = { "gs" } },
    { at = "end",
      en = "Goroutine 3 stands in `chan send`, holding a cat. Most leaks in real programs look like this: fine on the day they were written, broken by an `if` that somebody added later.",
      zh = "3 号停在 `chan send`，手里还捧着一只猫。真实程序里的泄漏多半是这个样子：写的时候好好的，后来有人加了一个 `if`。",
      show = { "leaks" } },
  },
}
