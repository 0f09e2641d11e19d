return {
  title = { en = "Exactly once", zh = "只做一次" },
  options = { procs = 1 },
  ends = "returns",
  stops = {
    { on = "block", hit = 3,
      en = "One goroutine is lighting (and sleeps meanwhile), another has come to `Do` and is blocked there. `Do` promises two things: the function runs once, and *nobody returns from `Do` before it has finished*.",
      zh = "一个正在点火（这会儿睡着），另一个也到了 `Do`，被挡在那里。`Do` 保证两件事：函数只跑一次；而且**它没跑完，谁也别想从 `Do` 返回**。",
      show = { "gs" } },
    { at = "end",
      en = "All cook at 10 ms, none before. A flag that is checked by hand gives the first promise only, and often not even that.",
      zh = "大家都在 10 毫秒时下锅，没有更早的。自己用一个标志来判断，最多只有第一条保证，往往连第一条也没有。",
      show = { "output" } },
  },
}
