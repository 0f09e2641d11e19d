return {
  kind = "explain",
  title = { en = "The task that will not share", zh = "不肯分享的任务" },
  task = {
    en = [[
Two tasks should speak in turns: `polite 1`, `busy 1`, `polite 2`, `busy 2`, and so on. But `busy` says all its sentences at once. One line stands in the wrong place. Which?]],
    zh = [[
两个任务本该轮流说话：`polite 1`、`busy 1`、`polite 2`、`busy 2`……可是 `busy` 一口气把话全说完了。有一行放错了地方，是哪一行？]],
  },
  hints = {
    { en = "A cooperative scheduler gets the processor back only at a `yield`. How many sentences come before the first `yield` of each task?",
      zh = "协作式调度器只有在 `yield` 的时候才收得回处理器。两个任务在各自第一次 `yield` 之前，说了几句？" },
    { en = "One task yields inside its loop, the other one behind it.",
      zh = "一个在循环里面 `yield`，另一个在循环外面。" },
  },
  ask = "line",
  cause = { "coroutine.yield(said)" },
  goal = { outputs = {
    "polite 1\nbusy 1\npolite 2\nbusy 2\npolite 3\nbusy 3\n" } },
  learned = {
    en = "Forgetting to yield is the mistake of all cooperative systems: one task that computes for long stops everybody. Goroutines are safe from it because Go preempts them.",
    zh = "忘了让出，是一切协作式系统的通病：一个任务埋头算得太久，大家都得停。goroutine 不怕这个，因为 Go 会抢占。",
  },
}
