return {
  kind = "break",
  title = { en = "Linus first", zh = "让 Linus 排第一" },
  task = {
    en = [[
Left to itself this program says no more than `office closes`: main is gone before anybody has delivered anything.
You are the scheduler now. Make it print

    delivered to Linus
    delivered to Ada
    office closes

`step G1` lets goroutine 1 do its next visible operation (starting a goroutine and printing a line are such operations), `gs` shows who is there, and `back` takes a step back.]],
    zh = [[
不去管它的话，这个程序只会说一句 `office closes`：还没人送货，main 就走了。
现在由你来当调度器，让它打印出

    delivered to Linus
    delivered to Ada
    office closes

`step G1` 让 1 号 goroutine 做下一个看得见的操作（启动 goroutine、打印一行都算），`gs` 列出有哪些 goroutine，`back` 退回一步。]],
  },
  hints = {
    { en = "First both goroutines have to exist: main must execute its two `go` statements.",
      zh = "首先两个 goroutine 都得存在：main 要把两条 `go` 都执行掉。" },
    { en = "Goroutine 2 delivers to Ada, goroutine 3 to Linus: numbers follow the order of creation.",
      zh = "编号按出生顺序来：2 号送给 Ada,3 号送给 Linus。" },
    { en = "`step G1`, `step G1`, then `step G3`, then `step G2`.",
      zh = "`step G1`,`step G1`，然后 `step G3`，再 `step G2`。" },
  },
  options = { procs = 1 },
  goal = { output = "delivered to Linus\ndelivered to Ada\noffice closes\n" },
  learned = {
    en = "Each order that a scheduler may choose will be chosen some day, on some machine. From now on read a program as the set of all its schedules.",
    zh = "凡是调度器可以选的顺序，总有一天会在某台机器上被选中。从现在起，读一个程序就是在读它所有的调度。",
  },
}
