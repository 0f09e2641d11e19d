return {
  kind = "fix",
  title = { en = "Leak 2: the diary", zh = "泄漏之二：日记" },
  task = {
    en = "A goroutine keeps a diary. When main ends, the diary keeper is left, and sometimes the last entry is not in the book yet. Repair it: on every schedule both entries and `diary closed` are printed, in this order, and nobody is left.",
    zh = "有个 goroutine 负责记日记。main 结束时，记日记的人被丢下了，有时最后一篇还没写进本子。请修好它：无论怎么调度，都依次打印两篇日记和 `diary closed`，并且一个人也不留下。",
  },
  hints = {
    { en = "The keeper must learn that there will be no more entries. Then main must learn that the keeper has finished.",
      zh = "要让记日记的人知道后面没有了，再让 main 知道他写完了。" },
    { en = "`close(entries)` tells the first. For the second, a channel `finished` that the keeper closes.",
      zh = "前一件事用 `close(entries)`；后一件事用一个 `finished` channel，由记日记的人来关。" },
  },
  goal = {
    outputs = { "diary: rain\ndiary: sun\ndiary closed\n" },
    uses = { go = 1, send = 2 },
  },
  faults = {
    { file = "only_closes.lua", verdict = "output" },
    { file = "sleeps.lua", verdict = "sleep" },
    { file = "no_goroutine.lua", verdict = "sequential" },
  },
  learned = {
    en = "To end a stage of a pipeline takes two messages: *no more is coming* (close, downstream) and *I have finished* (upstream). Programs usually send the first and forget the second.",
    zh = "流水线的一级要收工，得有两个消息：往下游的**没有了**（关闭），往上游的**我做完了**。一般程序只发前一个，忘了后一个。",
  },
}
