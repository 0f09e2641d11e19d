return {
  title = { en = "Cold start, warm pool", zh = "冷启动与预热池" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "if is_cold then time.Sleep(start) end", hit = 10,
      en = "No worker was there when the burst began, so the platform starts one for each event that finds nobody free. This is the tenth, and not one of them is ready yet: 400 ms are long when an event comes every 5.",
      zh = "这阵事件来的时候一个工人也没有，于是平台给每个找不到人的事件都起一个。这是第十个了，却没有一个准备好：每 5 毫秒来一个事件，400 毫秒是很长的。",
      show = { "chan events" } },
    { on = "recv", of = "events",
      en = "The first is ready, and takes the event that has waited longest. By now twenty are on their way, and four would have been enough.",
      zh = "第一个准备好了，取走等得最久的事件。这时候已经起了二十个，其实四个就够。",
      show = { "chan events" } },
    { at = "end",
      en = "With four warm workers nobody starts cold, and the whole is also the *cheapest*: 200 events a second for 20 ms each are 4 at a time, L = λW. With two, both are paid: the warm ones that were too few and the cold ones that came too late.",
      zh = "预热四个，就没有一次冷启动，而且总花费也**最少**：每秒 200 个，每个 20 毫秒，同时在做的就是 4 个，L = λW。预热两个，两头都要付钱：热的不够，冷的又来迟。",
      show = { "output" } },
  },
}
