return {
  kind = "break",
  title = { en = "A signal into the void", zh = "对着空气喊一声" },
  task = {
    en = "Goroutine 2 waits on a condition variable, goroutine 3 signals it, once. Left to itself, the program ends well. Schedule so that the signal comes when nobody waits yet, and goroutine 2 waits for ever (a **deadlock**, because main waits for it).",
    zh = "2 号在条件变量上等，3 号发一次信号。不管它的话，程序正常结束。请安排调度，让信号在还没人等的时候就发掉，2 号于是永远等下去（main 也在等它，所以是**死锁**）。",
  },
  hints = {
    { en = "A Cond remembers nothing: a signal without a waiter is gone.",
      zh = "Cond 什么都不记：没人等的时候发的信号，发了就没了。" },
    { en = "Step goroutine 3 through its whole life before goroutine 2 begins.",
      zh = "先让 3 号从头走到尾，再让 2 号开始。" },
  },
  options = { procs = 1 },
  goal = { ends = "deadlock" },
  learned = {
    en = "The waiter must wait for a *state*, not for a signal: `while not ready do cond:Wait() end`. Then it does not matter who was first.",
    zh = "等的人应该等一个**状态**，而不是等一声信号：`while not ready do cond:Wait() end`。这样谁先谁后都不要紧。",
  },
}
