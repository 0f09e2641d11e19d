return {
  kind = "explain",
  title = { en = "Leak 4, the line", zh = "泄漏之四：是哪一行" },
  task = {
    en = "In `leak_pool`, which line makes it impossible for a dishwasher ever to go home, even if the pile were closed?",
    zh = "在 `leak_pool` 里，是哪一行让洗碗工永远没法下班，哪怕那摞盘子已经关闭？",
  },
  hints = {
    { en = "A receive from a closed channel returns nil and false. What would the worker do with them?",
      zh = "从关闭的 channel 接收，得到 nil 和 false。工人拿到以后会怎么办？" },
    { en = "Look for a loop without an exit.", zh = "找一个没有出口的循环。" },
  },
  starter = "demos/leak_pool.lua",
  solution = "demos/leak_pool_fixed.lua",
  options = { procs = 1 },
  ask = "line",
  cause = { "while true do", "local plate = plates:recv()" },
  goal = { uses = { go = 3 } },
  learned = {
    en = "A worker's loop needs a condition, and `range` is the shortest one. Then the owner has a way to end the pool: to close it.",
    zh = "工人的循环要有条件，最短的写法就是 `range`。这样主人才有办法收工：把 channel 关掉。",
  },
}
