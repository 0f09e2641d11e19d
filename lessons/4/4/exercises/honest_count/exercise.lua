return {
  kind = "fix",
  title = { en = "An honest count", zh = "数个准的" },
  task = {
    en = "Repair `size`: it prints `size 1` on every schedule. The entry goes on being carried by a goroutine.",
    zh = "修好 `size`：无论怎么调度都打印 `size 1`。条目仍由一个 goroutine 搬来搬去。",
  },
  hints = {
    { en = "The map must stand still from the first look to the last.", zh = "从看第一眼到看最后一眼，map 都得站着不动。" },
    { en = "Take both locks before you read anything, and let go after you have read everything.",
      zh = "先把两把锁都拿到再读，全读完了再放。" },
    { en = "In which order? In the same as `carry`.", zh = "按什么次序拿？和 `carry` 一样。" },
  },
  starter = "exercises/count_entries/starter.lua",
  goal = { outputs = { "size 1\n" }, uses = { go = 1, lock = 6, write = 4 } },
  faults = {
    { file = "backwards.lua", verdict = "deadlock" },
    { file = "no_lock.lua", verdict = "missing" },
    { file = "sleeps.lua", verdict = "sleep" },
  },
  learned = {
    en = "An exact size costs a stop of the whole map. That is why Java's `size()` only adds up cells, and Go's `sync.Map` has no `Len` at all.",
    zh = "要一个准确的大小，就得让整个 map 停一下。所以 Java 的 `size()` 只是把各格加起来，而 Go 的 `sync.Map` 干脆没有 `Len`。",
  },
}
