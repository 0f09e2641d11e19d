return {
  kind = "fix",
  title = { en = "Leak 5: first come, only served", zh = "泄漏之五：谁先找到算谁的" },
  task = {
    en = "Two goroutines look for a book; the first one to find it is enough. The other one is left, although it listens to a context. Repair `look_for` so that it returns the shelf and leaves nobody behind, also not for a moment: when `look_for` has returned, both have ended.",
    zh = "两个 goroutine 分头找书，谁先找到都行。另一个虽然听着 context，却还是被留下了。请修好 `look_for`：返回书架名，并且一个人也不留下，连片刻都不行，也就是 `look_for` 返回时两个都已经结束。",
  },
  hints = {
    { en = "Keep `cancel`, and call it when the first answer is there.",
      zh = "留住 `cancel`，拿到第一个答案时就调用它。" },
    { en = "Then wait for both. A WaitGroup, with `Done` deferred in each goroutine.",
      zh = "然后等两个都结束：用 WaitGroup，每个 goroutine 里 `defer` 好 `Done`。" },
  },
  goal = {
    outputs = { "found in history\nleft: 0\n", "found in poetry\nleft: 0\n" },
    uses = { go = 2 },
    append = "judge.lua",
  },
  faults = {
    { file = "no_wait.lua", verdict = "output" },
    { file = "too_early.lua", verdict = "deadlock" },
    { file = "sleeps.lua", verdict = "sleep" },
  },
  learned = {
    en = "Cancel, then wait: a function that starts goroutines and returns only when they have ended cannot leak. This is called structured concurrency, and `errgroup` is built for it.",
    zh = "先取消，再等待：函数自己启动的 goroutine 都结束了它才返回，这样的函数不可能泄漏。这叫结构化并发，`errgroup` 就是为它而生的。",
  },
}
