-- What the text says in a sentence, and a program can show.
return {
  { en = "counts a thousand throws",
    zh = "数了一千次",
    program = "demos/fair_coin.lua", seeds = 10,
    test = function(f)
      for _, run in ipairs(f.runs) do
        if run.output ~= "about half of the throws each: true\n"
            .. "with a first look: 1000 heads, 0 tails\n" then
          return false
        end
      end
      return #f.runs == 10
    end },
  { en = "main stands at a channel and at a timer at once",
    zh = "main 同时站在一个 channel 和一个定时器前面",
    program = "demos/patience.lua", options = { procs = 1 },
    run = { "break on park", "step 3", "why 1" }, says = "select" },
  { en = "When gopark explores schedules, it lets every timer win whenever it could.",
    zh = "gopark 搜索各种调度时，定时器只要能赢，就让它赢一次看看。",
    program = "exercises/timeout_wins/starter.lua", explore = true,
    test = function(f)
      local n = 0
      for _ in pairs(f.all.outputs) do n = n + 1 end
      return n > 1
    end },
  { en = "its case is taken over and over",
    zh = "它的分支会被一次次选中",
    program = "exercises/closed_spin/starter.lua",
    test = function(f) return f.count.select > 20 or f.ends == "limit" end },
  { en = "Who asks again with the same set asks only for those that were ready the last time",
    zh = "拿着同一个集合再去问，问的只是上次就绪的那几个",
    program = "demos/ready_list.lua", run = { "learn 3.3", "lesson 19" },
    says = "  0, though a byte lies there: the set no longer asks for it." },
  { en = "`FD_SET` writes the bit where it would lie",
    zh = "`FD_SET` 照样往那一位该在的地方写",
    program = "demos/ready_list.lua", run = { "learn 3.3", "lesson 19" },
    says = "the neighbour was 0 and is 1\n"
      .. "    so a careful program refuses: descriptor 1024 does not fit" },
  { en = "read until there is nothing left, which a non-blocking read says by `EAGAIN`",
    zh = "读到一个不剩，也就是非阻塞的读返回 `EAGAIN` 为止",
    program = "demos/ready_list.lua", run = { "learn 3.3", "lesson 19" },
    says = ": EAGAIN" },
  { en = "so epoll refuses it (step 6)",
    zh = "所以 epoll 不收（第 6 步）",
    program = "demos/ready_list.lua", run = { "learn 3.3", "lesson 19" },
    says = "EPERM" },
  { en = "every answer checked",
    zh = "每次的答案都查对过",
    program = "demos/ready_list.lua", run = { "learn 3.3", "lesson 20" },
    says = "waits, and each found exactly those that were ready" },
  { en = "three bytes lie there",
    zh = "三个字节还在",
    program = "demos/ready_list.lua",
    test = function(f)
      return f.output == "level: 3 waits, bytes left: 0\n"
        .. "edge:  1 wait, bytes left: 3\n"
        .. "edge, one more packet: bytes left: 2\n"
    end },
  { en = "four readers in a system call hold four threads",
    zh = "四个读者在系统调用里，占着四个线程",
    program = "demos/thread_each.lua", options = { procs = 2 },
    run = { "break on syscall", "continue", "continue", "continue",
            "continue", "ms" },
    says = "M3  syscall" },
  { en = "the whole program needs two threads",
    zh = "整个程序只要两个线程",
    program = "demos/one_poller.lua", options = { procs = 2 },
    run = { "continue", "stats" }, says = "hand-offs of a P  0" },
}
