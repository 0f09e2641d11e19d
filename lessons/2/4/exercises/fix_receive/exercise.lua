return {
  kind = "fix",
  title = { en = "Leak 1: two listeners, one answer", zh = "泄漏之一：两个人听，只答一次" },
  task = {
    en = "Two contestants listen for the answer, and it is given once: one of them waits for ever, and often main is gone before anybody has written anything down. Repair it. Both hear 42, each in its own goroutine; `time is up` comes last; nobody is left.",
    zh = "两位选手都在听答案，答案却只报了一次，于是总有一位永远等下去；而且常常谁都没来得及写，main 就走了。请修好它：两人各在自己的 goroutine 里听到 42，`time is up` 最后打印，一个人也不留下。",
  },
  hints = {
    { en = "There are two mistakes: one about the number of answers, one about waiting.",
      zh = "有两处错：一处是答案的份数，一处是没有等。" },
    { en = "One send for each listener. And a WaitGroup or a channel by which main learns that both have written.",
      zh = "有几个人听就发几次。再用 WaitGroup 或者 channel 让 main 知道两人都写完了。" },
  },
  goal = {
    outputs = { "Ada writes 42\nBen writes 42\ntime is up\n" },
    any_order = true,
    last = "time is up",
    uses = { go = 2 },
  },
  faults = {
    { file = "buffered.lua", verdict = "output" },
    { file = "closes.lua", verdict = "output" },
    { file = "sleeps.lua", verdict = "sleep" },
  },
  learned = {
    en = "Count sends and receives. Where the numbers differ, somebody waits. Where they must differ, use a close.",
    zh = "数一数发了几次、收了几次。数目对不上，就有人在等；如果本来就对不上，那就用关闭。",
  },
}
