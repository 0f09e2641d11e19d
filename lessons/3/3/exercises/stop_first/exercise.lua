return {
  kind = "fix",
  title = { en = "Stop means stop", zh = "说停就停" },
  task = {
    en = [[
`stop` is closed before the worker begins, and three jobs lie ready. The worker should do **none** of them. But `select` tosses a coin, and on many schedules it works on. Repair the worker so that it prints `did 0` always. It must still do jobs when nobody has said stop: it will be tried.]],
    zh = [[
工人还没开工，`stop` 就已经关了，旁边放着三件活。他应该**一件也不做**。可是 `select` 掷硬币，很多调度下他还是干了起来。请修好工人，让程序总是打印 `did 0`。没人喊停的时候他仍然要干活：会试的。]],
  },
  hints = {
    { en = "Writing the stop case first changes nothing.", zh = "把 stop 分支写在前面没有用。" },
    { en = "Ask for `stop` alone first, in a select with `default`; then wait for both.",
      zh = "先用带 `default` 的 select 单独问一遍 `stop`，再同时等两个。" },
  },
  goal = {
    outputs = { "did 0\ndid 3\n" },
    append = "judge.lua",
  },
  faults = {
    { file = "swapped.lua", verdict = "output" },
    { file = "only_stop.lua", verdict = "output" },
  },
  learned = {
    en = "Random choice is fair, and fairness is not always wanted. The first look makes a preference. (Between the look and the select `stop` may still be closed: then one more job may be done. No program can avoid that moment, only accept it.)",
    zh = "随机选择是公平的，而公平有时并不是你要的。先单独看一眼，就有了偏好。（在这一眼和后面的 select 之间，`stop` 仍可能刚好关上，于是多做一件。这个瞬间谁也躲不掉，只能接受。）",
  },
}
