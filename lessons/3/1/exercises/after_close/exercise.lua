return {
  kind = "predict",
  title = { en = "Closed, but not empty", zh = "关了，但没空" },
  task = {
    en = "Two values are sent, then the channel is closed, then main receives three times. What happens?",
    zh = "发送两个值，关闭 channel，然后 main 接收三次。会怎样？",
  },
  hints = {
    { en = "Closing forbids sending. What is in the buffer stays there.",
      zh = "关闭之后不许再发，但缓冲里的东西还在。" },
    { en = "A receive from a closed and empty channel does not block: it gives nil and false.",
      zh = "从关闭且已空的 channel 接收不会阻塞，得到 nil 和 false。" },
  },
  choose = "one",
  choices = {
    { en = "three times `<nil> false`: closing empties the channel",
      zh = "三次都是 `<nil> false`：关闭会清空 channel",
      test = function(f)
        return f.output == "<nil> false\n<nil> false\n<nil> false\n"
      end },
    { en = "`1 true`, `2 true`, then a panic",
      zh = "`1 true`、`2 true`，然后 panic",
      test = function(f)
        return f.output == "1 true\n2 true\n" and f.ends == "panic"
      end },
    { en = "`1 true`, `2 true`, then it blocks for ever",
      zh = "`1 true`、`2 true`，然后永远阻塞",
      test = function(f)
        return f.output == "1 true\n2 true\n" and f.ends == "deadlock"
      end },
    { en = "`1 true`, `2 true`, `<nil> false`",
      zh = "`1 true`、`2 true`、`<nil> false`",
      test = function(f)
        return f.output == "1 true\n2 true\n<nil> false\n"
      end },
  },
  learned = {
    en = "`ok` tells a value that was sent from the nil of a closed channel. A send on a closed channel panics, a second close panics; a receive never does.",
    zh = "`ok` 用来区分“真有人发的值”和“关闭后的 nil”。往关闭的 channel 发送会 panic，再关一次也会 panic，接收则永远不会。",
  },
}
