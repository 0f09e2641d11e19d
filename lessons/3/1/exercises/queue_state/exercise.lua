return {
  kind = "predict",
  title = { en = "Three papers, one tray", zh = "三份文件，一个托盘" },
  task = {
    en = [[
Three goroutines each bring a paper to a desk with **one** tray. Main sleeps meanwhile. At the line `fmt.Println("good morning")`, what is true of the channel? Mark **one**.]],
    zh = [[
三个 goroutine 各送一份文件到桌上，桌上只有**一个**托盘，main 这时在睡觉。走到 `fmt.Println("good morning")` 那一行时，channel 是什么样子？**单选**。]],
  },
  hints = {
    { en = "The first paper finds an empty tray. What does the second goroutine find?",
      zh = "第一份文件来时托盘是空的。第二个 goroutine 来时呢？" },
    { en = "A sender that finds the buffer full waits in `sendq`, and keeps its value with it.",
      zh = "发送者遇到缓冲已满，就带着自己的值在 `sendq` 里等。" },
  },
  options = { procs = 1 },
  choose = "one",
  at = { line = "fmt.Println(\"good morning\")" },
  choices = {
    { en = "the tray is empty, three goroutines wait in `sendq`",
      zh = "托盘是空的，三个 goroutine 在 `sendq` 里等",
      test = function(f)
        local d = f.at.chans.desk
        return d.len == 0 and #d.sendq == 3
      end },
    { en = "one paper in the tray, two goroutines wait in `sendq`",
      zh = "托盘里有一份，两个 goroutine 在 `sendq` 里等",
      test = function(f)
        local d = f.at.chans.desk
        return d.len == 1 and #d.sendq == 2
      end },
    { en = "one paper in the tray, two papers are lost",
      zh = "托盘里有一份，另外两份丢了",
      test = function(f)
        local d = f.at.chans.desk
        return d.len == 1 and #d.sendq == 0
      end },
    { en = "the tray is empty, main waits in `recvq`",
      zh = "托盘是空的，main 在 `recvq` 里等",
      test = function(f) return #f.at.chans.desk.recvq > 0 end },
  },
  learned = {
    en = "`len` counts the buffer only. The two who wait are not in it; `chan desk` shows them, and so does the window.",
    zh = "`len` 只数缓冲里的。等着的两个不在其中；`chan desk` 和窗口里都看得到他们。",
  },
}
