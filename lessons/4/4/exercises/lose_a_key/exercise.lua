return {
  kind = "break",
  title = { en = "Lost in the move", zh = "搬丢了" },
  task = {
    en = "Goroutine 2 puts `salt`, goroutine 3 moves the map into a bigger table. Schedule so that the program prints `salt: <nil>`: it was put, nobody deleted it, and it is gone.",
    zh = "2 号放入 `salt`，3 号把 map 搬进大一些的表。请安排调度，让程序打印 `salt: <nil>`：明明放了，也没人删，它却不见了。",
  },
  hints = {
    { en = "A `put` is two steps: which table? and then the write. What may happen in between?",
      zh = "`put` 有两步：先看是哪张表，再写。中间可以发生什么？" },
    { en = "Let goroutine 2 read `map.table` while it is still the small one, and stop it there.",
      zh = "让 2 号在 `map.table` 还是小表的时候读到它，就停在那里。" },
    { en = "Then let goroutine 3 do everything, and only then goroutine 2 write: into a table that nobody will ever look at again.",
      zh = "然后让 3 号全做完，再让 2 号写：写进一张再也没人看的表里。" },
  },
  options = { procs = 1 },
  goal = { output = "salt: <nil>\n" },
  learned = {
    en = "A reference that was read before a move is an address in a house that has been given up. Finding the table and writing to it must happen under the same lock, and the move must hold it, too.",
    zh = "搬家之前读到的引用，是一处已经退掉的房子的地址。找表和写表必须在同一把锁里，搬家的人也得拿着它。",
  },
}
