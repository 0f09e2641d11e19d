return {
  kind = "break",
  title = { en = "Mia cannot get a word in", zh = "Mia 插不上话" },
  task = {
    en = [[
Two goroutines chat: each sentence is answered by the other, four sentences in all. Mia (goroutine 4) wants to say only one thing. Left to itself the program lets her speak early.

Starve her: schedule so that she speaks **after all 4 sentences**. She is runnable all the time; just never pick her. `gs` shows who can move, `step GN` moves one.]],
    zh = [[
两个 goroutine 在聊天，你一句我一句，一共四句。Mia（4 号）只想说一句话。不管它的话，程序很早就轮到她了。

请把她饿着：安排调度，让她在**四句都说完之后**才开口。她一直都可以运行，只是你从不选她。`gs` 看谁能动，`step GN` 让谁动。]],
  },
  hints = {
    { en = "Move goroutine 1 until it waits, then only 2 and 3.",
      zh = "先让 1 号走到它停下来等待为止，然后只动 2 号和 3 号。" },
    { en = "A goroutine that is blocked refuses to step and says why. Step the other one.",
      zh = "被阻塞的 goroutine 不肯走，并且会说明原因。那就走另一个。" },
    { en = "Repeat `step G3` and `step G2` until `talk.sentences` is 4 (`p talk.sentences`).",
      zh = "反复 `step G3`、`step G2`，直到 `talk.sentences` 等于 4(`p talk.sentences`)。" },
  },
  options = { procs = 1 },
  goal = { prints = "Mia spoke after 4 sentences" },
  learned = {
    en = "A scheduler that is not fair can do this, and Go's does it for a while: goroutines that wake each other through `runnext` share one time slice, and others wait "
      .. "until it ends, some 10 ms. Preemption and the look at the global queue every 61 ticks put a bound on it.",
    zh = "不公平的调度器就会这样，而 Go 的调度器也会这样一小会儿：通过 `runnext` 互相叫醒的 goroutine 共用一个时间片，"
      .. "别人要等到它用完，大约 10 毫秒。靠抢占，再加上每 61 次调度看一眼全局队列，饥饿才有了上限。",
  },
}
