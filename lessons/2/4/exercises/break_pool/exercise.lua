return {
  kind = "break",
  title = { en = "Leak 4, by injection", zh = "泄漏之四：注入故障" },
  task = {
    en = "Close the repaired kitchen in such a way that all **three** dishwashers are left for ever. One injected fault is enough.",
    zh = "让修好的厨房在打烊时把**三个**洗碗工全都永远丢下。一次故障注入就够了。",
  },
  hints = {
    { en = "One event sends all three home.", zh = "让三个人一起下班的，是同一件事。" },
    { en = "`inject skip close plates`.", zh = "`inject skip close plates`。" },
  },
  starter = "demos/leak_pool_fixed.lua",
  options = { procs = 1 },
  inject = true,
  goal = { leaks = 3 },
  learned = {
    en = "In a pool one forgotten line leaks as many goroutines as the pool has workers.",
    zh = "在池子里忘写一行，池子有多少工人就漏多少个。",
  },
}
