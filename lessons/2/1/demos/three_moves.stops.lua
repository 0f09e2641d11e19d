return {
  title = { en = "Steal, hand off, preempt", zh = "偷、让、抢" },
  options = { procs = 2 },
  ends = "returns",
  stops = {
    { on = "steal",
      en = "**Steal.** The second P had nothing to do, while the first one's queue was full of new goroutines. Its M went looking, and took half of that queue, the older half. "
        .. "Nobody distributed the work: those who are idle come and get it.",
      zh = "**偷。**第二个 P 没事可做，第一个 P 的队列里却排满了新 goroutine。于是它的 M 四处张望，从队头拿走了一半。"
        .. "没有谁在分配工作，是闲着的自己过来拿。",
      show = { "ps", "runq" } },
    { on = "handoff",
      en = "**Hand off.** The goroutine that reads the disk sits in a system call, and its M sits there with it: the kernel holds both. sysmon has noticed and "
        .. "given their P to another M. That is why P is a thing of its own: it can leave a thread that is stuck.",
      zh = "**让。**读磁盘的 goroutine 陷在系统调用里，带着它的 M 也一起被内核扣住了。sysmon 发现后，把它们的 P 转给了另一个 M。"
        .. "P 之所以要单独存在，原因就在这里：线程卡住的时候，P 可以走开。",
      show = { "ms", "ps" } },
    { on = "preempt",
      en = "**Preempt.** The long job has computed for 10 ms and would not stop by itself for long. sysmon asked it to yield; it goes to the tail of the global queue. "
        .. "Since Go 1.14 this works even in a loop without a single call.",
      zh = "**抢。**那个长任务已经连续算了 10 毫秒，自己还没有停的意思。sysmon 要求它让位，它就排到了全局队列的末尾。"
        .. "从 Go 1.14 起，哪怕是一个函数都不调用的死循环，也抢得下来。",
      show = { "gs", "ps" } },
    { at = "end",
      en = "33 ms of computing, done in clearly less, on two processors, and the disk cost hardly anything. `stats` counts the moves.",
      zh = "33 毫秒的计算，两个处理器用明显更短的时间做完，读磁盘几乎没花什么代价。`stats` 里有这几招各用了多少次。",
      show = { "output", "stats" } },
  },
}
