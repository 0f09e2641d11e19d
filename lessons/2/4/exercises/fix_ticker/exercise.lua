return {
  kind = "fix",
  title = { en = "Leak 3: the egg timer", zh = "泄漏之三：煮蛋计时器" },
  task = {
    en = "The egg is taken out early and the timer is stopped. Whoever waited for the ring waits for ever. Repair it: the waiting goroutine ends when the egg is taken out (or when it has rung, if that was first), then `breakfast` is printed, and nobody is left. Keep the goroutine and the timer.",
    zh = "蛋提前捞出来了，计时器也停了，等铃响的那个 goroutine 却要永远等下去。请修好它：蛋捞出来时（或者铃先响了），等待的 goroutine 就结束，然后打印 `breakfast`，一个也不留下。goroutine 和计时器都要保留。",
  },
  hints = {
    { en = "The goroutine needs to hear two things: the ring and `taken out`.",
      zh = "那个 goroutine 得听两样东西：铃响，和“捞出来了”。" },
    { en = "`select { recv(egg.C), recv(taken) }`, and main closes `taken`.",
      zh = "`select { recv(egg.C), recv(taken) }`，由 main 关闭 `taken`。" },
    { en = "And main waits until the goroutine has ended, before breakfast.",
      zh = "最后，main 要等 goroutine 结束，再吃早饭。" },
  },
  goal = {
    outputs = { "breakfast\n", "ring!\nbreakfast\n" },
    uses = { go = 1 },
  },
  faults = {
    { file = "never_stops.lua", verdict = "leak" },
    { file = "sleeps.lua", verdict = "sleep" },
  },
  learned = {
    en = "Who waits on a timer that others may stop must be told so by another way: stopping makes no sound.",
    zh = "等一个可能被别人停掉的定时器，就得另有途径得知它停了：停掉是没有声音的。",
  },
}
