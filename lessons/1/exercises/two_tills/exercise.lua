return {
  kind = "explain",
  title = { en = "Seven, or three, or four", zh = "是七，是三，还是四" },
  task = {
    en = [[
Two sales, 3 and 4, into one till. On most schedules the till holds 7 in the end. On some it holds 3 or 4.
On which line does a goroutine destroy what the other one has done? Answer with the line's number.]],
    zh = [[
两笔买卖，一笔 3 一笔 4，进同一个钱箱。多数调度下最后是 7，少数调度下却是 3 或 4。
是哪一行毁掉了另一个 goroutine 刚做完的事？请回答行号。]],
  },
  hints = {
    { en = "Let both goroutines read before either of them writes. What does the second write know of the first?",
      zh = "让两个 goroutine 都先读，再让它们写。后写的那个，知道前一个写过什么吗？" },
    { en = "A read harms nobody. Look for the write that uses an old value.",
      zh = "读不会伤害谁。找那个拿着旧值去写的地方。" },
  },
  ask = "line",
  cause = { "till.total = before + price" },
  goal = { outputs = { "in the till: 7\n" }, uses = { go = 2 } },
  learned = {
    en = "Between the read and the write there is a gap, and a scheduler may put anything into a gap. The repaired program closes it: it sends the prices, and one goroutine "
      .. "alone does the adding. Section 4.3 takes this gap apart, instruction by instruction.",
    zh = "读和写之间有一道缝，调度器可以往缝里塞任何东西。修好的程序把缝堵上了：价钱用 channel 送，加法只由一个 goroutine 来做。"
      .. "4.3 节会把这道缝一条指令一条指令地拆开看。",
  },
}
