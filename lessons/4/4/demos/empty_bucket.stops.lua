return {
  title = { en = "Who is first in the bucket?", zh = "谁先占桶？" },
  options = { procs = 4 },
  ends = "returns",
  stops = {
    { line = "if empty and buckets[i]:CompareAndSwap(nil, new) then", hit = 3,
      en = "All three have looked and found bucket 2 empty. Only one of them was right: the first to swap. Its node is there with a single instruction, and no lock has been touched.",
      zh = "三个都看过了，都发现 2 号桶是空的。真正占到的只有一个，就是最先交换的那个：一条指令就把节点放好了，锁连碰都没碰。",
      show = { "locks", "ps" } },
    { on = "block", of = "b2",
      en = "The others have lost nothing. The swap told them that the bucket is no longer empty, so they take its lock and hang themselves behind, one after the other. It is the lock of this *one* bucket; the others stay open.",
      zh = "没抢到的也没损失什么。交换告诉他们桶已经不空了，于是拿这个桶的锁，一个一个接到后面去。这把锁只管**这一个**桶，别的桶照样开着。",
      show = { "locks" } },
    { at = "end",
      en = "Three put, three there. With as many buckets as entries most puts find an empty bucket or a short one, so a lock is taken rarely and waited for hardly ever.",
      zh = "放了三个，三个都在。桶和条目差不多一样多的时候，大多数 put 碰到的桶不是空的就是短的，很少要拿锁，更少要等锁。",
      show = { "output" } },
  },
}
