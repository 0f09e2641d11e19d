return {
  kind = "fix",
  title = { en = "A lock out of atomics", zh = "用原子操作做一把锁" },
  task = {
    en = "Make Peterson's lock one that holds on a real machine: no race on any schedule, two attempts, never two inside. Without `Mutex` and without channels. The room stays a plain `shared` table.",
    zh = "让 Peterson 的锁在真实的机器上也锁得住：任何调度都没有竞争，两个人各试一次，绝不同时在里面。不许用 `Mutex`，不许用 channel。房间仍然是普通的 `shared` 表。",
  },
  hints = {
    { en = "Which cells are touched by both without anything that orders them? Those of the door. The room is safe once the door is.",
      zh = "哪些单元两边都在碰，又没有东西管先后？门上的那些。门管住了，房间也就安全了。" },
    { en = "Two `atomic.Bool(false)` for who wants to go in, and something atomic for whose turn it is, for instance an `atomic.Int64`.",
      zh = "两个 `atomic.Bool(false)` 表示谁想进，再来一个原子的东西表示轮到谁，比如 `atomic.Int64`。" },
    { en = "Keep the order of the lines: first say that you want to, then let the other go first.",
      zh = "行的次序别动：先声明想进，再让对方先走。" },
  },
  starter = "demos/peterson.lua",
  goal = {
    outputs = { "nobody met anybody\n" },
    uses = { go = 2, atomic = 5 },
    most = { lock = 0, send = 0, recv = 0 },
  },
  faults = {
    { file = "plain_turn.lua", verdict = "race" },
    { file = "polite_first.lua" },
    { file = "mutex.lua", verdict = "missing" },
  },
  learned = {
    en = "Half atomic is not atomic: one plain cell in a lock, and the bargain is off. And now that you have built one, use `sync.Mutex`: it also *waits*, it knows the scheduler, and others have looked for its mistakes.",
    zh = "一半原子不叫原子：锁里只要剩一个普通单元，交易就作废。既然亲手做过一把，以后就用 `sync.Mutex` 吧：它还会**等**，它认识调度器，而且早有别人替你找过它的错。",
  },
}
