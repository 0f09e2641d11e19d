return {
  kind = "explain",
  title = { en = "The clock is late", zh = "迟到的时钟" },
  task = {
    en = [[
One processor. A clock (goroutine 2) wants to tick every 2 ms, and finds itself late by many milliseconds. Three other goroutines are at work, each for 20 ms.
Which goroutine keeps the clock from the processor? Answer with its number, such as `G5`.]],
    zh = [[
只有一个处理器。时钟（2 号）想每 2 毫秒响一次，却发现自己晚了许多毫秒。另外三个 goroutine 也在忙，各忙 20 毫秒。
是哪一个让时钟用不上处理器？请回答编号，例如 `G5`。]],
  },
  hints = {
    { en = "All three are busy for 20 ms. Ask of each: does it need a P while it is busy?",
      zh = "三个都忙 20 毫秒。对每一个问一句：它忙的时候需要 P 吗？" },
    { en = "A sleeper is parked. A system call keeps an M, but sysmon takes its P away. What is left?",
      zh = "睡觉的已经停放了；系统调用占着 M，但 P 会被 sysmon 拿走。还剩谁？" },
  },
  options = { procs = 1 },
  ask = "goroutine",
  cause = function(f)
    local most = 2
    for n = 3, 5 do
      if f.cpu[n] > f.cpu[most] then most = n end
    end
    return { most }
  end,
  goal = { plain = true, outputs = { "on time\n" } },
  learned = {
    en = "Only computing needs a P. Waiting is free, whether on a timer, a channel or the kernel. Where one P must serve a long computation and something punctual, preemption helps only every 10 ms; "
      .. "a second P helps at once (try `--procs 2`).",
    zh = "只有计算才需要 P。等待不要钱，等定时器、等 channel、等内核都一样。"
      .. "一个 P 既要做长计算又要准时，抢占每 10 毫秒才帮得上一次忙；再加一个 P 则立竿见影（试试 `--procs 2`）。",
  },
}
