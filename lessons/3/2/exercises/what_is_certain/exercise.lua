return {
  kind = "predict",
  title = { en = "What is certain after a send?", zh = "发送之后，什么是确定的？" },
  task = {
    en = [[
Main sends a job over an **unbuffered** channel and prints `sent`. The receiver prints `got it`. Which of these can be the output? Mark **all** that some schedule produces.]],
    zh = [[
main 经**无缓冲**的 channel 送出一个任务，然后打印 `sent`；接收方打印 `got it`。下面哪些输出是可能的？**可以多选**。]],
  },
  hints = {
    { en = "When the send returns, the receive has happened. But has the receiver printed yet?",
      zh = "发送返回时，接收已经发生了。可是接收方打印了吗？" },
    { en = "Main waits at the end, so both lines are always there.",
      zh = "最后 main 会等，所以两行总是都在。" },
  },
  choose = "all",
  explore = true,
  choices = {
    { en = "`sent`, then `got it`", zh = "先 `sent`，后 `got it`",
      test = function(f) return f.all.outputs["sent\ngot it\n"] ~= nil end },
    { en = "`got it`, then `sent`", zh = "先 `got it`，后 `sent`",
      test = function(f) return f.all.outputs["got it\nsent\n"] ~= nil end },
    { en = "only `sent`", zh = "只有 `sent`",
      test = function(f) return f.all.outputs["sent\n"] ~= nil end },
  },
  learned = {
    en = "A rendezvous synchronises the *operations*, not what comes after them. After it both are free to run, in either order.",
    zh = "会合让两个**操作**同步，却管不到操作之后的事。会合一过，两边谁先跑都行。",
  },
}
