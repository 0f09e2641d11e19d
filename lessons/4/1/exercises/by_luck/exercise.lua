return {
  kind = "predict",
  title = { en = "Hidden by luck", zh = "被运气遮住的竞争" },
  task = {
    en = "The saver writes and *then* goes through a lock, the counter goes through the same lock and *then* reads. The lock protects nothing; it only happens to be passed. A race detector watches one execution at a time. On how many of all executions does it see a race?",
    zh = "存钱的人先写，**然后**过一遍锁；数钱的人先过一遍同一把锁，**然后**读。锁里什么也没保护，只是恰好路过。竞争检测器一次看一种执行。在所有执行里，有多少能看出竞争？",
  },
  hints = {
    { en = "An Unlock comes before the next Lock. Suppose the saver goes through the lock first: is there a chain from the write to the read?",
      zh = "Unlock 先于下一次 Lock。假如存钱的人先过锁：从写到读，有没有一条链？" },
    { en = "There is. Now suppose the counter goes through first.",
      zh = "有。再假如数钱的人先过锁呢？" },
  },
  options = { procs = 1 },
  choose = "one",
  explore = true,
  choices = {
    { en = "on all of them", zh = "全部",
      test = function(f) return f.all.ends.race == f.all.executions end },
    { en = "on some", zh = "一部分",
      test = function(f)
        return f.all.ends.race ~= nil and f.all.ends.race < f.all.executions
      end },
    { en = "on none", zh = "一个都没有",
      test = function(f) return f.all.ends.race == nil end },
  },
  learned = {
    en = "`go test -race` never accuses the innocent, but silence is no acquittal: it speaks about this run only. So run it often, with varied load, in your tests and sometimes in production. `gopark check` goes through all orders, and what it does not find in a complete search is not there.",
    zh = "`go test -race` 从不冤枉好人，可它不出声并不等于清白：它只说这一趟。所以要常跑，变着负载跑，测试里跑，偶尔在生产环境也跑。`gopark check` 把各种次序都走遍；搜索完整而没找到的，就是没有。",
  },
}
