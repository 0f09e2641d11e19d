return {
  kind = "fix",
  title = { en = "From shelf to shelf", zh = "从这架到那架" },
  task = {
    en = "`move` needs the stripes of both keys. Repair it, so that no schedule deadlocks and whoever counts under all locks finds `in stock: 30`. The three moves stay goroutines.",
    zh = "`move` 要用到两个键所在的段。请修好它：怎么调度都不死锁，而且拿着所有的锁来盘点，总是 `in stock: 30`。三次搬动仍是 goroutine。",
  },
  hints = {
    { en = "There are two mistakes. One needs two goroutines, the other only one: what does `move(1, 3)` lock?",
      zh = "错误有两个。一个要两个 goroutine 才会出，另一个只要一个：`move(1, 3)` 锁了什么？" },
    { en = "The order must not depend on from and to, but on the stripes: main takes 0 before 1.",
      zh = "次序不能由 from 和 to 决定，要由段来决定：main 先拿 0 再拿 1。" },
    { en = "`math.min(from % 2, to % 2)` first, `math.max(...)` second, and the second only if it is another lock.",
      zh = "先拿 `math.min(from % 2, to % 2)`，再拿 `math.max(...)`；两个是同一把锁，就只拿一次。" },
  },
  goal = { outputs = { "in stock: 30\n" }, uses = { go = 3, lock = 7, write = 6 } },
  faults = {
    { file = "same_stripe.lua", verdict = "deadlock" },
    { file = "only_same.lua", verdict = "deadlock" },
    { file = "one_at_a_time.lua", verdict = "output" },
  },
  learned = {
    en = "With stripes the order of the locks hides in the data: two keys say nothing about it, their stripes do. Sort the stripes, drop the doubles, lock, work, unlock.",
    zh = "分了段，锁的次序就藏进了数据里：看键看不出来，要看段。把段排好序，去掉重复的，再锁、干活、解锁。",
  },
}
