return {
  kind = "predict",
  title = { en = "What does the lock promise?", zh = "锁到底保证了什么？" },
  task = {
    en = "Shopkeeper and customer now share a lock. What is possible, over all schedules? Mark **all**.",
    zh = "店主和顾客现在用同一把锁。把所有调度都算上，哪些有可能？**可以多选**。",
  },
  hints = {
    { en = "Nothing in the program says who comes to the lock first.",
      zh = "程序里没有一处规定谁先走到锁前。" },
    { en = "A lock keeps two apart. It keeps nobody waiting for somebody who has not come yet.",
      zh = "锁把两个人隔开，但不会让谁去等一个还没来的人。" },
  },
  starter = "demos/price_tag_fixed.lua",
  options = { procs = 1 },
  choose = "all",
  explore = true,
  choices = {
    { en = "`it costs 30`", zh = "`it costs 30`",
      test = function(f) return f.all.outputs["it costs 30\n"] ~= nil end },
    { en = "`it costs 0`", zh = "`it costs 0`",
      test = function(f) return f.all.outputs["it costs 0\n"] ~= nil end },
    { en = "a data race", zh = "数据竞争",
      test = function(f) return f.all.ends.race ~= nil end },
    { en = "a deadlock", zh = "死锁",
      test = function(f) return f.all.ends.deadlock ~= nil end },
  },
  learned = {
    en = "A lock promises that you see all that was done under it *before you came*. It does not promise that the other one has come. If the customer must not read before the price is there, it has to wait for that: a channel, a `WaitGroup`, a `Cond`.",
    zh = "锁保证的是：**在你之前**拿过这把锁的人做的事，你都看得见。它并不保证那个人已经来过。顾客要是非等标了价才能看，就得真的去等：用 channel、`WaitGroup` 或者 `Cond`。",
  },
}
