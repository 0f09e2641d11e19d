return {
  title = { en = "A fair coin", zh = "公平的硬币" },
  ends = "returns",
  stops = {
    { on = "select", hit = 8,
      en = "Both channels are closed, so both cases are ready every time. Eight throws so far; look at which case each of them took. The order in which the cases are written plays no part.",
      zh = "两个 channel 都关了，所以每次两个分支都就绪。已经扔了八次，看看每次选中的是哪个。分支写在前面还是后面，毫无影响。",
      show = { "log" } },
    { at = "end",
      en = "Among ready cases Go chooses uniformly at random, lest a busy channel starve the others. If you do prefer one, ask for it alone first, with a `default`.",
      zh = "在就绪的分支中，Go 均匀地随机选一个，免得一个忙碌的 channel 把别的饿死。真要偏爱哪个，就先用带 `default` 的 select 单独问它。",
      show = { "output" } },
  },
}
