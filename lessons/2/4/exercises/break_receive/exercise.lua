return {
  kind = "break",
  title = { en = "Leak 1, by injection", zh = "泄漏之一：注入故障" },
  task = {
    en = "The repaired oracle leaks nothing. Make it leak with a single injected fault: `inject skip OP OBJECT` lets the next such operation on an object do nothing. One goroutine must be left for ever.",
    zh = "修好的神谕程序不再泄漏。请只用一次故障注入让它重新漏起来：`inject skip 操作 对象` 会让这个对象上的下一次该操作失效。要有一个 goroutine 永远留下。",
  },
  hints = {
    { en = "Which line of the repaired program saves the listener?",
      zh = "修好的程序里，是哪一行救了那个听的人？" },
    { en = "It is the `close`. `inject skip close answer`; the channel must exist first, so `step G1` once or twice before.",
      zh = "是 `close`。`inject skip close answer`；但 channel 得先存在，所以之前先 `step G1` 一两次。" },
  },
  starter = "demos/leak_receive_fixed.lua",
  options = { procs = 1 },
  inject = true,
  goal = { leaks = 1 },
  learned = {
    en = "One missing line, and the program still prints what it should and exits with 0. A leak is the absence of an event; you cannot see it in the output.",
    zh = "只少了一行，程序照样打印该打印的，退出码照样是 0。泄漏是“某件事没有发生”，看输出是看不出来的。",
  },
}
