-- What the text says in a sentence, and a program can show.
return {
  { en = "values stay where they are put, two positions go round",
    zh = "值放下就不动，转的是两个位置",
    program = "demos/ring.lua", options = { procs = 1 },
    run = { "break 11", "continue", "chan belt" },
    says = "buffer 1/3 [\"cheese\"], the oldest in slot 2" },
  { en = "its receive was *completed for it* while it slept",
    zh = "他的接收在他睡着的时候就**被人替他做完了**",
    program = "demos/hand_over.lua", options = { procs = 1 },
    run = { "break on wake", "continue", "chans" }, says = "0/" },
  { en = "They do not. A sender that finds the buffer full *waits*",
    zh = "不会丢。发送者遇到缓冲满了就**等**",
    program = "demos/nothing_lost.lua", options = { procs = 1 },
    test = function(f)
      return f.output:find("with send: 1 2 3 4 5 6\n", 1, true) == 1
    end },
  { en = "a send on a closed channel panics",
    zh = "往关闭的 channel 发送会 panic",
    program = "exercises/double_close/starter.lua", explore = true,
    test = function(f) return f.all.ends.panic ~= nil end },
  { en = "A pipeline deadlocks when its stages wait for each other in a ring.",
    zh = "流水线各级互相等成一个环，就死锁了。",
    program = "exercises/stuck_pipe/starter.lua",
    test = function(f) return f.ends == "deadlock" end },
}
