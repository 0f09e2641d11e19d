return {
  kind = "fix",
  title = { en = "One try is not enough", zh = "试一次不够" },
  task = {
    en = "Each goroutine doubles `n` and adds one, by compare-and-swap. When the swap fails, the work is simply forgotten. Repair it, without a lock: `n = 3` on every schedule.",
    zh = "每个 goroutine 用 CAS 把 `n` 翻倍再加一。一旦没换成，这次的活就白干了。请修好它，不用锁：无论怎么调度都是 `n = 3`。",
  },
  hints = {
    { en = "`CompareAndSwap` answers false when somebody else has written since the Load.",
      zh = "从 Load 到现在有别人写过，`CompareAndSwap` 就返回 false。" },
    { en = "Load again, compute again, try again, until it answers true.",
      zh = "重新 Load，重新算，再试，直到返回 true。" },
  },
  goal = { outputs = { "n = 3\n" }, uses = { go = 2, atomic = 4 }, most = { lock = 0 } },
  faults = {
    { file = "old_value.lua", verdict = "loop" },
    { file = "stores.lua", verdict = "output" },
  },
  learned = {
    en = "The value must be loaded *inside* the loop: a stale value never becomes right by trying again. A CAS loop needs no lock, and of those who compete one always succeeds.",
    zh = "Load 必须写在循环**里面**：过时的值试多少遍也变不成对的。CAS 循环不用锁，而且竞争者当中总有一个成功。",
  },
}
