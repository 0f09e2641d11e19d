return {
  kind = "break",
  title = { en = "Leak 6, by schedule", zh = "泄漏之六：靠调度" },
  task = {
    en = "Here nothing is injected; the leak depends on who is faster. Main takes whichever comes first, an answer or a `stop`. Left to itself, the answer wins and all is well. Schedule so that the answering goroutine is left for ever.",
    zh = "这回不注入任何东西，漏不漏全看谁快。main 要么拿到答案，要么收到 `stop`，谁先到算谁。不管它的话，答案先到，平安无事。请安排调度，让那个回答的 goroutine 永远留下。",
  },
  hints = {
    { en = "Goroutine 2 stops, goroutine 3 answers. Both exist after two steps of main.",
      zh = "2 号喊停，3 号回答。main 走两步，两个就都有了。" },
    { en = "Main must not have an answer in front of it when `stop` is closed: step goroutine 2 before goroutine 3.",
      zh = "`stop` 关闭的时候，main 面前不能有答案：让 2 号走在 3 号前面。" },
  },
  options = { procs = 1 },
  goal = { leaks = 1 },
  learned = {
    en = "A test that runs this program a thousand times on a quiet machine will see the good schedule a thousand times. The explorer needs three executions to know better.",
    zh = "在安静的机器上把它跑一千遍，一千遍都是好的调度。搜索器只要跑三次，就知道没那么好。",
  },
}
