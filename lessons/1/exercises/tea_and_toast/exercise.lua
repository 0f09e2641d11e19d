return {
  kind = "predict",
  title = { en = "Tea and toast", zh = "茶和吐司" },
  task = {
    en = [[
Main starts a goroutine that makes tea, makes toast itself, and then waits for the tea.
Which of these can the program print? Mark **all** that some schedule produces.]],
    zh = [[
main 启动一个 goroutine 去泡茶，自己烤吐司，然后等茶泡好。
下面哪些输出是可能出现的？只要有一种调度能产生它，就选上，**可以多选**。]],
  },
  hints = {
    { en = "After the `go` statement there are two goroutines. Nothing says which of them prints first.",
      zh = "`go` 语句之后就有两个 goroutine 了。没有任何东西规定谁先打印。" },
    { en = "Main cannot pass `done:recv()` before the tea has been sent, and it is sent after it has been printed.",
      zh = "茶还没送出来，main 就过不了 `done:recv()`；而送出来之前，“tea” 已经打印了。" },
  },
  choose = "all",
  explore = true,
  choices = {
    { en = "`tea`, then `toast`", zh = "先 `tea`，后 `toast`",
      test = function(f) return f.all.outputs["tea\ntoast\n"] ~= nil end },
    { en = "`toast`, then `tea`", zh = "先 `toast`，后 `tea`",
      test = function(f) return f.all.outputs["toast\ntea\n"] ~= nil end },
    { en = "only `toast`", zh = "只有 `toast`",
      test = function(f) return f.all.outputs["toast\n"] ~= nil end },
    { en = "nothing at all", zh = "什么也没有",
      test = function(f) return f.all.outputs[""] ~= nil end },
  },
  learned = {
    en = "`go` promises that the function will run, not when. The only order you may rely on is one that the program makes, here by the channel: "
      .. "tea is printed before it is sent, and main ends after it has received.",
    zh = "`go` 只保证那个函数会运行，不保证什么时候运行。能指望的顺序只有程序自己建立的顺序；"
      .. "这里靠的是 channel：“tea” 打印在发送之前，main 结束在接收之后。",
  },
}
