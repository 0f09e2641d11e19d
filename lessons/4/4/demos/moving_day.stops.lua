return {
  title = { en = "Moving day", zh = "搬家" },
  options = { procs = 4 },
  ends = "returns",
  stops = {
    { line = "local bigger = { n = 2 * buckets.n }",
      en = "The map is getting crowded, and this goroutine has taken *both* stripes, the first before the second. While everything moves, nobody may be half in the old house. It has also looked once more whether a move is still necessary: another might have done it while this one waited for the locks.",
      zh = "map 挤了，这个 goroutine 把**两段**都拿到了手，先拿第一段，再拿第二段。搬的时候，谁也不许一只脚还踩在旧房子里。它也又看了一眼，搬家是不是仍有必要：等锁的时候，别人说不定已经搬完了。",
      show = { "locks" } },
    { on = "block", of = "s2",
      en = "This is the price: whoever wants anything, in any stripe, waits for the end of the move. The larger the map, the longer the stop; but also the rarer, because each move doubles the room.",
      zh = "这就是代价：不管要哪一段里的什么，都得等搬完。map 越大，停得越久；不过也越来越少见，因为每搬一次，地方就大一倍。",
      show = { "locks" } },
    { at = "end",
      en = "Each move halves the load factor and has more to carry than the one before, but it also comes later: counted over all entries, each is carried only once or twice. (Java's map avoids the long stop: bucket after bucket is moved, each under its own lock, and whoever meets a map that is moving lends a hand.)",
      zh = "每搬一次，负载因子减半；要搬的一次比一次多，可也一次比一次来得晚：摊下来，每个条目平均只被搬一两回。（Java 的 map 避免了这种长停顿：一个桶一个桶地搬，各用各的锁；谁碰上正在搬的 map，谁就搭把手。）",
      show = { "output" } },
  },
}
