return {
  kind = "explain",
  title = { en = "Leak 2, who waits for what", zh = "泄漏之二：谁在等什么" },
  task = {
    en = "Run `leak_range` to its end. Which goroutine waits for which object for ever? Answer as an edge: `G5 -> somewhere`.",
    zh = "把 `leak_range` 运行到底。哪个 goroutine 永远在等哪个对象？写成一条边：`G5 -> 某处`。",
  },
  hints = {
    { en = "`leaks` names both.", zh = "`leaks` 里两样都有。" },
    { en = "Goroutine 2 is the printer. It stands in its `for` line.",
      zh = "2 号是打印机，它停在 `for` 那一行。" },
  },
  starter = "demos/leak_range.lua",
  solution = "demos/leak_range_fixed.lua",
  options = { procs = 1 },
  ask = "edge",
  cause = function(f) return f.edges end,
  goal = { uses = { go = 1 } },
  learned = {
    en = "The line where a goroutine leaks is rarely the line that is wrong. The printer's `for` is fine; what is missing is a `close` in another function.",
    zh = "泄漏停住的那一行，往往不是写错的那一行。打印机的 `for` 没有错，缺的是另一个地方的 `close`。",
  },
}
