return {
  title = { en = "A price without a lock", zh = "没有锁的价签" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { at = "start",
      en = "One writes a number, the other reads it. `explore` reports it on every schedule. Read the report from the bottom: where both were started, that neither held a lock, and above it the two lines that nothing orders.",
      zh = "一个写一个数，另一个读它。`explore` 在每一种调度上都报告了它。报告从下往上看：两个各是在哪儿启动的，谁也没拿锁，再往上是那两行没有先后的代码。",
      show = { "explore" } },
    { line = "fmt.Println(\"it costs\", tag.price)",
      en = "The customer is about to read. Has the shopkeeper been here? There is no telling from the program.",
      zh = "顾客正要读。店主来过没有？光看程序说不准。",
      show = { "gs" } },
    { at = "end",
      en = "0, or 30: both are to be had. That alone is not the mistake, as the version with the lock will show.",
      zh = "0 或者 30，都有可能。但错不在这里，看了带锁的版本就知道。",
      show = { "output" } },
  },
}
