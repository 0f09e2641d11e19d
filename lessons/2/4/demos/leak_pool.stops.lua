return {
  title = { en = "Leak 4: workers without an exit",
            zh = "泄漏之四：没有出口的工人" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "local plates, clean = open_kitchen(3)",
      en = "Three goroutines will be started in one line. Remember the number: each of them must end some day.",
      zh = "这一行要启动三个 goroutine。记住这个数：每一个都得有结束的那天。" },
    { line = "fmt.Println(\"the kitchen is closed\")",
      en = "Two plates are washed, and main is content. `while true` has no exit, so all three workers stand at `plates`.",
      zh = "两个盘子洗好了，main 很满意。可 `while true` 没有出口，三个工人都还站在 `plates` 旁边。",
      show = { "gs", "chan plates" } },
    { at = "end",
      en = "Three leaked, although only two ever had work. Pools leak in tens and hundreds, and that is why they are found early or at great cost.",
      zh = "漏了三个，哪怕只有两个干过活。池子一漏就是几十上百个，所以要么早早发现，要么代价惨重。",
      show = { "leaks" } },
  },
}
