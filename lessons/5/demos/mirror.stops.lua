return {
  title = { en = "A twentieth of the traffic", zh = "二十分之一的流量" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "local answer = old_version(id)", hit = 1020,
      en = "The first version of the mirror was switched off. Now it is on, and the request that is copied waits until the copy has been looked at. So far only one row is printed; watch the 99 % in the next.",
      zh = "第一轮没开镜像。现在开了，抄了副本的请求要等副本看完才走。眼下只打出一行，下一行要看的是 99 % 那一列。",
      show = { "output" } },
    { line = "default(function() counts.dropped:Add(1) end),",
      en = "The last way. A queue of four and four copiers; whoever finds the queue full drops the copy and goes on. The client has its answer already.",
      zh = "最后一种办法：四格的队列，四个抄写的。队列满了，副本就丢掉，接着往下走；客户端要的回答早有了。",
      show = { "output" } },
    { at = "end",
      en = "Waiting: one client in twenty pays for your curiosity. Unbounded: the clients pay nothing, but since the new version got stuck, goroutines pile up, 25 more each second. Bounded: the same answers in the same time, and never more than eight copies in the house.",
      zh = "等副本：二十个客户端里有一个，替你的好奇心买单。不设上限：客户端不花钱，可是新版本一卡住，goroutine 就越积越多，每秒多 25 个。设了上限：回答一样，时间一样，屋里的副本从来不超过八份。",
      show = { "output" } },
  },
}
