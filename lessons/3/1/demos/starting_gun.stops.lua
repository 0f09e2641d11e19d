return {
  title = { en = "The starting gun", zh = "发令枪" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "close(gun)",
      en = "Four goroutines in `recvq`, in the order in which they arrived. A send would release the first of them.",
      zh = "`recvq` 里有四个 goroutine，按到达的先后排着。发送一个值，只能放走最前面的一个。",
      show = { "chan gun" } },
    { on = "close", of = "gun",
      en = "A close releases all of them, and empties the queue in one operation. Each will receive nil and false.",
      zh = "关闭则一次放走所有人，队列清空。每个人收到的都是 nil 和 false。",
      show = { "chan gun", "runq" } },
    { at = "end",
      en = "The order of arrival at the finish is the scheduler's business. That everybody has started is ours.",
      zh = "谁先到终点是调度器的事；人人都起跑了，是我们的事。",
      show = { "output" } },
  },
}
