return {
  title = { en = "Waiting for a condition", zh = "等一个条件成立" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "block", hit = 1,
      en = "`Wait` does three things: it *unlocks* `mu`, parks, and locks `mu` again before it returns. Without the first, nobody could ever change what it waits for.",
      zh = "`Wait` 做三件事：**解开** `mu`，停放，返回之前再锁上 `mu`。少了第一件，就没有人能改变它所等的东西了。",
      show = { "locks", "gs" } },
    { line = "table.insert(shelf, loaf)", hit = 2,
      en = "Whoever has changed something says so. The woken look *again*: another one may have been quicker. That is why `Wait` stands in a `while` and never in an `if`.",
      zh = "谁改动了东西，谁就吱一声。醒来的人要**再看一眼**，说不定别人抢先了。所以 `Wait` 要写在 `while` 里，绝不能写在 `if` 里。",
      show = { "locks" } },
    { at = "end",
      en = "A channel with two slots would do the same in a third of the lines. A Cond is for conditions that are no queue: \"fewer than five running\", \"version is at least 7\".",
      zh = "换成容量为 2 的 channel，三分之一的行数就够了。Cond 适合的是不像队列的条件：“同时运行的少于五个”“版本至少到 7”。",
      show = { "output" } },
  },
}
