return {
  kind = "predict",
  title = { en = "A writer waits. May I read?", zh = "有人等着写，我能读吗？" },
  task = {
    en = "Main holds the read lock. A writer comes and waits. Then another reader tries to get in, without waiting: `TryRLock`. What does it print?",
    zh = "main 拿着读锁，一个写的人来了，等着。接着又有读者想进，试一下不等：`TryRLock`。会打印什么？",
  },
  hints = {
    { en = "If readers kept coming in, when would the writer get its turn?",
      zh = "要是读者不断进来，写的人什么时候才轮得到？" },
    { en = "A waiting writer closes the door to new readers.", zh = "有人等着写，门就对新读者关上了。" },
  },
  options = { procs = 1 },
  choose = "one",
  choices = {
    { en = "`true`: there are only readers inside", zh = "`true`：里面只有读者",
      test = function(f) return f.output:find("true") ~= nil end },
    { en = "`false`: the waiting writer goes first", zh = "`false`：等着写的人优先",
      test = function(f) return f.output:find("false") ~= nil end },
    { en = "nothing: a deadlock", zh = "什么也不打印：死锁",
      test = function(f) return f.ends == "deadlock" end },
  },
  learned = {
    en = "That is why a goroutine must not take the same read lock twice: the second RLock may wait for a writer who waits for the first.",
    zh = "所以一个 goroutine 不能把同一把读锁拿两次：第二次 RLock 可能在等写者，而写者在等第一次放开。",
  },
}
