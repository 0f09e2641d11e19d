return {
  title = { en = "One key", zh = "一把钥匙" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "block", of = "key", hit = 2,
      en = "One is inside and two are parked at the lock, in the order of their arrival. The lock does not know *what* it protects; the program has to keep to the rule.",
      zh = "一个人在里面，两个停在锁前，按来的先后排着。锁并不知道自己保护的是**什么**，规矩要靠程序自己守。",
      show = { "locks", "gs" } },
    { on = "unlock", of = "key",
      en = "`Unlock` wakes the first in line. It does not hand the key over: whoever is running may snatch the lock before the sleeper is awake. (Only after 1 ms of waiting in vain does Go switch to handing over; that is its *starvation mode*.)",
      zh = "`Unlock` 叫醒排在最前的，却不是把钥匙递到他手上：正在跑的人可能趁他还没醒透就把锁抢走。（等了超过 1 毫秒还拿不到，Go 才改成直接移交，这叫**饥饿模式**。）",
      show = { "locks" } },
    { at = "end",
      en = "Never two inside. 5, 3 and 4 ms of work took 12 ms: what is under one lock does not run in parallel, however many processors there are.",
      zh = "里面从来没有过两个人。5、3、4 毫秒的活一共花了 12 毫秒：同一把锁下面的事，处理器再多也不会并行。",
      show = { "output" } },
  },
}
