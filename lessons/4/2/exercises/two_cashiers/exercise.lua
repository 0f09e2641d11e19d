return {
  kind = "fix",
  title = { en = "Two cashiers", zh = "两个收银员" },
  task = {
    en = "Two cashiers add to the same total, and sometimes one amount is lost. Repair it so that `total 30` is printed on every schedule. Both cashiers stay goroutines, and the total stays a shared cell.",
    zh = "两个收银员往同一个总数上加，有时会丢掉一笔。请修好它，无论怎么调度都打印 `total 30`。两个收银员仍是 goroutine，总数仍放在共享单元里。",
  },
  hints = {
    { en = "Reading and writing must be one undivided act. Who may come between?",
      zh = "读和写必须连成一体。现在谁可以插进来？" },
    { en = "One mutex, locked before the read, unlocked after the write. The same mutex for both.",
      zh = "一把锁，读之前锁上，写之后解开。两个人用同一把。" },
  },
  goal = { outputs = { "total 30\n" }, uses = { go = 2, read = 3, write = 2 } },
  faults = {
    { file = "own_locks.lua" },
    { file = "small_locks.lua", verdict = "output" },
    { file = "sleeps.lua", verdict = "sleep" },
    { file = "one_by_one.lua", verdict = "sequential" },
  },
  learned = {
    en = "A lock protects nothing by itself. It is an agreement: whoever touches the total holds *this* lock, from the first look to the last write.",
    zh = "锁本身什么也保护不了。它是一个约定：谁碰总数，谁就拿着**这一把**锁，从看第一眼一直拿到写完。",
  },
}
