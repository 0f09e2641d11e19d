return {
  kind = "break",
  title = { en = "The embrace", zh = "死死抱住" },
  task = {
    en = "Goroutine 2 locks `fork`, then `knife`; goroutine 3 `knife`, then `fork`. Mostly they eat one after the other. Schedule a **deadlock**. One switch at the right place is enough.",
    zh = "2 号先锁 `fork` 再锁 `knife`,3 号先锁 `knife` 再锁 `fork`。多数时候他们轮流吃完。请用调度造出**死锁**，在恰当的地方切换一次就够。",
  },
  hints = {
    { en = "Each must hold one and want the other.", zh = "要让两个人各拿一样，又都想要另一样。" },
    { en = "Let each take its first lock before either asks for its second.",
      zh = "让两个人都先拿第一把，谁也别急着要第二把。" },
    { en = "After main has started both: `step G2`, `step G3`.",
      zh = "main 启动两个之后：`step G2`、`step G3`。" },
  },
  options = { procs = 1 },
  goal = { ends = "deadlock" },
  learned = {
    en = "Now type `deadlock`: it prints the ring, goroutine, lock, goroutine, lock. Of six schedules two end so. gopark warns of this even in runs that went well, from the *order* in which locks were taken.",
    zh = "现在输入 `deadlock`：它会把环打印出来，goroutine、锁、goroutine、锁。六种调度里有两种是这个下场。哪怕这次跑得好好的，gopark 也能从加锁的**次序**看出危险。",
  },
}
