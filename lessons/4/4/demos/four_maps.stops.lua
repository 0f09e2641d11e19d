return {
  title = { en = "Four maps, one to sixteen goroutines", zh = "四种 map，一到十六个 goroutine" },
  options = { procs = 16 },
  ends = "returns",
  stops = {
    { on = "block", hit = 200,
      en = "The map with one lock, and sixteen goroutines. Sixteen processors stand ready, one of them works, and the queue at the lock is as long as the room.",
      zh = "正在量只有一把锁的 map，十六个 goroutine 都来了。十六个处理器候着，干活的就一个，锁前的队排到了门外。",
      show = { "locks" } },
    { at = "end",
      en = "One lock: flat. Sixteen stripes: four times as much with sixteen goroutines, and not sixteen times, because two that meet at a stripe pay for parking and waking, which takes longer than a look-up. Without a lock for reading: eight to ten times. And look at the last line of each group: at *one* key no number of stripes helps.",
      zh = "一把锁：平的。十六段：十六个 goroutine 时是四倍，不是十六倍，因为两个人在一段上碰了头，就要付停放和叫醒的钱，那比查一次还贵。读不用锁：八到十倍。再看每组的最后一行：大家都要**同一个**键，分多少段也没用。",
      show = { "output" } },
  },
}
