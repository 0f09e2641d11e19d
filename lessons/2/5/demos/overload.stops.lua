return {
  title = { en = "More than there is room for", zh = "来的人超过容量" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "draw(measure(\"wait 200 ms at most\", wait_at_most(patience)))",
      en = "Half a second of good service, then none, although every connection was busy all the time. The queue is longer than 200 ms, so each answer comes when its client has gone.",
      zh = "好好服务了半秒，之后一个也没成，而连接从头到尾都在忙。队伍已经超过 200 毫秒，每个回答做好的时候，要它的人都走了。",
      show = { "output" } },
    { line = "draw(measure(\"40 in the house\", shed))",
      en = "A deadline of 200 ms changes nothing: whoever gets a connection after 199 ms has only 1 ms left, and the query takes 10. With 100 ms for waiting there is time left for the work.",
      zh = "等待限 200 毫秒，什么也没改变：等了 199 毫秒才拿到连接的人，只剩 1 毫秒，而查询要 10 毫秒。把等待限成 100 毫秒，就给干活留出了时间。",
      show = { "output" } },
    { at = "end",
      en = "Refusing a third at the door serves two thirds well. The difference between the last two is for those who are refused: one lets them wait 100 ms for the bad news, the other tells them at once.",
      zh = "在门口谢绝三分之一，另外三分之二就能服务好。最后两种的差别在被谢绝的人：一种让他等 100 毫秒才听到坏消息，一种当场就说。",
      show = { "output" } },
  },
}
