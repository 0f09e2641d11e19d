return {
  title = { en = "L = λW", zh = "L = λW" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "looks, seen = looks + 1, seen + inside:Load()", hit = 100,
      en = "A goroutine of its own counts, every millisecond, how many requests are in the service. It knows nothing of how long they stay.",
      zh = "有一个单独的 goroutine，每毫秒数一次服务里有几个请求。每个请求待了多久，它一概不知。" },
    { at = "end",
      en = "Two columns that were measured in different ways, and they agree in every row, idle or overloaded. In the last column the hockey stick: to 600 a second hardly anything happens, and at 780 of 800, or above, everything does.",
      zh = "两列是用不同的办法量出来的，闲也好，过载也好，每一行都对得上。最后一列像根曲棍球杆：每秒 600 个以前几乎没动静，到了 800 里的 780 个，或者再往上，就一发不可收拾。",
      show = { "output" } },
  },
}
