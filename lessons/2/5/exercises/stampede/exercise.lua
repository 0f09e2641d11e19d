return {
  kind = "fix",
  title = { en = "Stampede", zh = "一拥而上" },
  task = {
    en = "The cache is empty, and three readers want the same page. On an unlucky schedule the database is asked three times. Change `read` so that it is asked **once**, on every schedule, and all three still get the page.",
    zh = "缓存是空的，三个读者要同一页。调度不巧的时候，数据库会被问三遍。请改 `read`，让它不管怎样调度都**只问一遍**，三个读者照样都拿到这一页。",
  },
  hints = {
    { en = "Each single operation is safe. The gap is between `Load` and `Store`: whoever looks meanwhile finds nothing.",
      zh = "每个操作单独看都安全。空当在 `Load` 和 `Store` 之间：这时候来看的人，什么也看不到。" },
    { en = "`singleflight.New()` has `:Do(key, f)`: who comes while f runs gets the result of that run.",
      zh = "`singleflight.New()` 有个 `:Do(key, f)`：f 正在跑的时候来的人，拿到的就是这一趟的结果。" },
    { en = "Look into the cache *inside* the flight. A reader who looked before it and starts a flight after it would ask again.",
      zh = "要在这一趟**里面**看缓存。先看了缓存、等这一趟结束才又起一趟的人，会再问一遍。" },
  },
  goal = {
    outputs = { "all about maps\nall about maps\nall about maps\nqueries: 1\n" },
    uses = { go = 3 },
  },
  faults = {
    { file = "two_locks.lua", verdict = "output" },
    { file = "looks_outside.lua", verdict = "output" },
    { file = "in_turn.lua", verdict = "sequential" },
  },
  learned = {
    en = "When a page that everybody wants expires, all who come before the new one is there ask for it at once. The database meets its highest load just when the cache was to protect it. One flight, and the look into the cache belongs inside. A Mutex around the whole of `read` would be right too, but would let readers of *other* pages wait.",
    zh = "人人都要的一页过期了，新的还没做好，这段时间来的人全去要。本来靠缓存护着的数据库，偏偏在这时挨最重的一下。一趟就够，看缓存也要放进这一趟里。用一把 Mutex 锁住整个 `read` 也对，只是读**别的**页的人也得跟着等。",
  },
}
