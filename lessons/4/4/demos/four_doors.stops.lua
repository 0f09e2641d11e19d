return {
  title = { en = "Four doors", zh = "四扇门" },
  options = { procs = 4 },
  ends = "returns",
  stops = {
    { on = "block", of = "s1",
      en = "Three are at work at the same time, each in a stripe of its own. One waits: 5 and 9 both leave the remainder 1, so these two share a door, although they are different keys.",
      zh = "三个人同时在干活，各在各的那一段里。有一个在等：5 和 9 除以 4 都余 1，虽是不同的键，却共用一扇门。",
      show = { "locks", "ps" } },
    { at = "end",
      en = "Twice as long as one look-up, not four times. The data has not become smaller, only the lock has. More stripes, fewer such meetings; but two goroutines that want the *same* key meet behind any number of doors.",
      zh = "花了查一次的两倍时间，而不是四倍。数据没变小，变小的是锁。段越多，这样的碰头越少；但两个人要的若是**同一个**键，门再多也会碰上。",
      show = { "output" } },
  },
}
