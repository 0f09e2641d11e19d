return {
  kind = "break",
  title = { en = "The knock that nobody heard", zh = "没人听见的敲门声" },
  task = {
    en = [[
A visitor knocks: it *tries* to send, and goes away if nobody receives at that moment. Usually the host stands at the door already. Schedule so that the knock is lost and the host waits for ever: a **deadlock**.]],
    zh = [[
客人来敲门：**试着**发送，那一刻没人接收就走。通常主人早就站在门后了。请安排调度，让敲门声落空，主人永远等下去：**死锁**。]],
  },
  hints = {
    { en = "On an unbuffered channel a send with `default` succeeds only if the receiver has already parked.",
      zh = "无缓冲的 channel 上，带 `default` 的发送只有在接收方已经停放时才会成功。" },
    { en = "Let the visitor (G2) try before main comes to its receive.",
      zh = "让客人（2 号）抢在 main 走到接收之前去敲。" },
  },
  options = { procs = 1 },
  goal = { ends = "deadlock" },
  learned = {
    en = "With one slot the knock would lie in the slot until somebody looks. This is the one place where a buffer changes not only the speed of a program but whether it is right.",
    zh = "要是有一格缓冲，敲门声就会留在格子里，等人来看。在这种地方，缓冲改变的不只是快慢，而是对错。",
  },
}
