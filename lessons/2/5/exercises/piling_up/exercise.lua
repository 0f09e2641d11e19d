return {
  kind = "explain",
  title = { en = "They pile up", zh = "越堆越高" },
  task = {
    en = "The database has stopped answering. Both requests are given 50 ms, and yet the report shows both still there after 200 ms, holding whatever a request holds. Which **line** makes the time-out useless?",
    zh = "数据库不回话了。两个请求都只给了 50 毫秒，可是 200 毫秒以后看报告，一个都没走，手里该占着什么还占着什么。是**哪一行**让超时形同虚设？",
  },
  hints = {
    { en = "Run it and read the report: at which line do they all stand? (`leaks`, then `why 2`.)",
      zh = "跑一遍，看报告：他们都停在哪一行？（`leaks`，再 `why 2`。）" },
    { en = "A context does not interrupt anybody. It closes a channel; who is to notice must listen.",
      zh = "context 不会打断谁。它只是关掉一个 channel，得有人听着才行。" },
    { en = "Which wait in `handle` does not listen to `ctx:Done()`?",
      zh = "`handle` 里哪一次等待没有听 `ctx:Done()`？" },
  },
  ask = "line",
  cause = { "local text = answer:recv()" },
  goal = { outputs = { "still listening\n" }, uses = { go = 2 } },
  learned = {
    en = "A goroutine per request is cheap only as long as it ends. With 1,000 requests a second and a wait without end there are 60,000 of them after a minute: L = λW with W growing without end. Every wait in a handler needs a second way out.",
    zh = "一个请求一个 goroutine，便宜是便宜，前提是它会结束。每秒 1000 个请求，等待没有尽头，一分钟就是 6 万个：L = λW，W 只增不减。处理函数里的每一次等待，都要有第二条出路。",
  },
}
