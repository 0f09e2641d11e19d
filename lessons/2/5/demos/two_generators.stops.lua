return {
  title = { en = "Two load generators", zh = "两个压测工具" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "tell(\"open\", open(new_server()))",
      en = "The closed loop is content: 99 of 100 within a millisecond. In the second in which the server stood still, it was standing, too, with one question asked, and did not ask the ninety others.",
      zh = "闭环的那个很满意：一百个里九十九个在一毫秒以内。服务器僵住的那一秒，它自己也僵着，只问了一次，剩下的九十来次根本没问。",
      show = { "output" } },
    { line = "times[mine] = time.Since(asked)", hit = 280,
      en = "The open loop went on asking. Here they come out of the queue, one after another.",
      zh = "开环的那个一直在问。现在他们一个个从队里出来了。",
      show = { "stats" } },
    { at = "end",
      en = "The same server, the same second. Real users are an open loop: they do not know that the service is stuck when they click.",
      zh = "同一台服务器，同一秒。真实的用户是开环的：点下去的时候，谁知道服务卡住了。",
      show = { "output" } },
  },
}
