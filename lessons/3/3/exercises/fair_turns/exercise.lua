return {
  kind = "fix",
  title = { en = "Fair turns", zh = "轮流才公平" },
  task = {
    en = [[
This loop reads each descriptor to the end, as edge triggering demands. Now descriptor 3 has 40 messages, and the alarm on descriptor 4 waits behind all of them. Repair the loop so that nobody gets more than 8 messages in a turn, and still nothing is lost. (It will be tried with the parts exchanged: who is urgent is not written on the packet.)]],
    zh = [[
这个循环每次都把一个描述符读到底，边沿触发就该这样。可是 3 号有 40 条消息，4 号的火警只好排在它们后面。请修好循环：一轮里谁也不能超过 8 条，而且一条也不能丢。（评判时会把两个角色对调：包上可没写着谁急。）]],
  },
  hints = {
    { en = "After 8 messages stop reading. Who will remind you of the rest?",
      zh = "读了 8 条就停。剩下的，谁来提醒你？" },
    { en = "The kernel will not report this edge again. So keep a list of your own: put the descriptor back at the tail of `ready`.",
      zh = "这个边沿，内核不会再报第二次。所以自己要记着：把描述符放回 `ready` 的队尾。" },
    { en = "`for turn = 1, 8 do`: leave it when `read` gives nil; and when the eighth message has been served, `ready:send(fd)`.",
      zh = "`for turn = 1, 8 do`：`read` 给出 nil 就离开循环；第八条处理完，就 `ready:send(fd)`。" },
  },
  goal = {
    outputs = { "at most 8 went first: true\nat most 8 went first: true\n" },
    append = "judge.lua",
  },
  faults = {
    { file = "forgets.lua", verdict = "deadlock" },
    { file = "knows_who.lua", verdict = "output" },
  },
  learned = {
    en = "Reading to the end and fairness pull in opposite directions. Event loops that last give each connection a budget and keep a ready list of their own. In Go the scheduler does this: a goroutine that reads on and on is preempted like any other.",
    zh = "读到底和公平，两头扯着。经得起考验的事件循环，会给每个连接一份限额，并且自己也记一张就绪名单。在 Go 里这是调度器的事：读个没完的 goroutine，和别的一样会被抢占。",
  },
}
