return {
  title = { en = "One door for everybody", zh = "大家走一扇门" },
  options = { procs = 4 },
  ends = "returns",
  stops = {
    { on = "block", of = "mu", hit = 3,
      en = "Four goroutines, four processors, four different keys, and one lock. One is looking something up, three stand in the queue at `mu`. Nobody wants what the others want, but the lock cannot know that.",
      zh = "四个 goroutine，四个处理器，要的是四个不同的键，锁却只有一把。一个在查，三个在 `mu` 前排队。谁要的东西都和别人不相干，可是锁不知道。",
      show = { "locks", "ps" } },
    { on = "unlock", of = "mu",
      en = "One comes out, the first in the queue is woken. The other processors have had nothing to do all the time.",
      zh = "一个出来了，排在最前的被叫醒。别的处理器这段时间一直闲着。",
      show = { "locks", "ps" } },
    { at = "end",
      en = "10, 20, 30, 40 µs: right, and as slow as with one processor. For a map that is seldom used this is the best there is: nothing can be simpler.",
      zh = "10、20、30、40 微秒：结果是对的，也和只有一个处理器一样慢。一个不常用的 map，这样就是最好的，没有比它更简单的了。",
      show = { "output" } },
  },
}
