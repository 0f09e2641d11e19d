return {
  kind = "fix",
  title = { en = "Mend the flag", zh = "修好那面旗" },
  task = {
    en = "The letter and the flag, with two data races. Repair it, in whatever way you like: main must not wait for the postman, prints the letter if it has come and `no letter yet` if not. The postman stays a goroutine, `box.letter` may stay a plain field.",
    zh = "信和旗，两处数据竞争。请修好它，办法不限：main 不等邮递员，信到了就打印信，没到就打印 `no letter yet`。邮递员仍然是个 goroutine；`box.letter` 可以照旧是普通字段。",
  },
  hints = {
    { en = "Everything hangs on the flag: if reading it orders, the letter is safe too.",
      zh = "全系在旗上：只要读旗的时候有了先后，信也就安全了。" },
    { en = "An `atomic.Bool(false)` with `:Store(true)` and `:Load()`. Or a lock around both writes, and the same lock around the reads. Or a channel with one slot and a `select` with `default()`.",
      zh = "`atomic.Bool(false)`，配 `:Store(true)` 和 `:Load()`。或者一把锁，两次写包在里面，读也包在里面。或者一格的 channel，加上带 `default()` 的 `select`。" },
    { en = "Beware: with a lock, do not look at the flag before you have it.",
      zh = "小心：用锁的话，别在拿到锁之前就去看旗。" },
  },
  starter = "demos/flag_up.lua",
  goal = {
    outputs = { "the letter says: see you at eight\n", "no letter yet\n" },
    uses = { go = 1 },
  },
  faults = {
    { file = "flag_first.lua", verdict = "race" },
    { file = "two_locks.lua", verdict = "race" },
    { file = "sleeps.lua", verdict = "sleep" },
    { file = "raised_early.lua", verdict = "race" },
  },
  learned = {
    en = "One ordered step carries any number of plain ones. That is why channels and locks suffice for nearly everything, and why hardly a field in a good program is atomic.",
    zh = "一步有序的操作，可以捎带任意多步普通的操作。所以 channel 和锁几乎够用于一切，所以好的程序里几乎没有几个字段是原子的。",
  },
}
