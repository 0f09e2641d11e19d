return {
  kind = "fix",
  title = { en = "One seat, two buyers", zh = "一个座位，两个买主" },
  task = {
    en = "`get` and `put` each hold the lock, and still the seat is sometimes sold twice. Repair it: `12A was sold 1 times` on every schedule, with two goroutines and the seats in shared cells.",
    zh = "`get` 和 `put` 都拿着锁，座位却有时卖了两次。请修好它：无论怎么调度都是 `12A was sold 1 times`，仍是两个 goroutine，座位仍放在共享单元里。",
  },
  hints = {
    { en = "What may happen between the answer of `get` and the call of `put`?", zh = "`get` 已经回答、`put` 还没调用，这中间会发生什么？" },
    { en = "The map needs one operation more, which looks *and* writes: put if absent.",
      zh = "map 还缺一个操作，把看**和**写合成一步：没有才放。" },
    { en = "Write `put_if_absent`: lock, look, write if nothing is there, unlock, return whether it has written. Do not call `get` in it: a Mutex cannot be locked twice.",
      zh = "写一个 `put_if_absent`：锁上，看，没有就写，解锁，返回写了没有。里面别调用 `get`：同一把 Mutex 不能锁两次。" },
  },
  goal = {
    outputs = { "12A was sold 1 times\n" },
    uses = { go = 2, read = 2, write = 1 },
  },
  faults = {
    { file = "looks_again.lua", verdict = "output" },
    { file = "lets_go.lua", verdict = "output" },
    { file = "locks_twice.lua", verdict = "deadlock" },
  },
  learned = {
    en = "Check, then act: the commonest mistake with maps that are *safe*. Two safe operations are not one safe operation. A concurrent map is as good as its compound ones: put if absent, compute, swap.",
    zh = "先查后做：用**安全**的 map 时最常见的错。两个安全的操作，合起来不是一个安全的操作。一个并发 map 好不好用，要看它有没有合起来的操作：没有才放、算了再放、比较并交换。",
  },
}
