return {
  title = { en = "Burning a processor", zh = "白白烧掉一个处理器" },
  options = { procs = 2 },
  ends = "returns",
  stops = {
    { line = "local case = select { recv(stop), default() }", hit = 50,
      en = "Round 50, and no end in sight: nothing is ready, so `default` is taken, so the loop goes round. This goroutine is never blocked. It holds a P the whole time, to find out that there is no news.",
      zh = "第 50 圈，还早着呢：什么都没准备好，就走 `default`，然后再转一圈。这个 goroutine 从不阻塞，始终占着一个 P，只为了确认没有消息。",
      show = { "ps" } },
    { line = "local case = select { recv(stop) }",
      en = "The same wait without `default`. This one will park, and whoever closes `stop` will wake it.",
      zh = "同样的等待，去掉 `default`。这一个会停放起来，谁关掉 `stop`，谁就叫醒它。" },
    { at = "end",
      en = "`default` means *do not wait*. In a loop that has nothing else to do, it turns waiting into work. A `time.Sleep` in the default branch lowers the bill and delays the answer; leaving `default` out does neither.",
      zh = "`default` 的意思是**不等**。循环里如果没有别的事可做，它就把等待变成了苦力。在 `default` 里加一句 `time.Sleep`,"
        .. "电费少了，反应却慢了；去掉 `default`，两样都不亏。",
      show = { "output", "stats" } },
  },
}
