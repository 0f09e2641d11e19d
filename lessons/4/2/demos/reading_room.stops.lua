return {
  title = { en = "The reading room", zh = "阅览室" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { line = "fmt.Printf(\"%2dms %s reads\\n\", time.Now() // ms, name)", hit = 2,
      en = "Two readers are inside at the same time. That is the point of an RWMutex.",
      zh = "两个读者同时在里面。RWMutex 的用处就在这里。",
      show = { "locks" } },
    { on = "block", of = "room", hit = 2,
      en = "The writer waits for the two to leave. Cy came *after* the writer and has to wait too, although only readers are inside: a waiting writer closes the door, or it would never get in.",
      zh = "写的人在等那两位出来。Cy 来得比写的人**晚**，所以也得等，尽管里面只有读者：有人等着写，门就对新读者关上，否则他永远进不去。",
      show = { "locks", "gs" } },
    { at = "end",
      en = "Readers, the writer, then the reader who came later. And a trap: whoever holds the read lock and asks for it *again* while a writer waits stands in his own way for ever.",
      zh = "先是读者，然后写的人，最后是晚来的读者。顺便记住一个坑：手里拿着读锁，趁有人等着写的时候**再**要一次读锁，就会把自己永远挡住。",
      show = { "output" } },
  },
}
