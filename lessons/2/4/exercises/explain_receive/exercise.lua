return {
  kind = "explain",
  title = { en = "Leak 1, who waits for what", zh = "泄漏之一：谁在等什么" },
  task = {
    en = "Run `leak_receive` to its end. Name the leaked goroutine and the object it waits for, as an edge: `G5 -> somewhere`.",
    zh = "把 `leak_receive` 运行到底。说出泄漏的是哪个 goroutine、它在等哪个对象，写成一条边：`G5 -> 某处`。",
  },
  hints = {
    { en = "`leaks` lists them, and `waits` draws the edges.",
      zh = "`leaks` 会列出来，`waits` 会画出边。" },
    { en = "The object has the name that the program gave it in `chan(0, ...)`.",
      zh = "对象的名字就是程序里 `chan(0, ...)` 给它起的那个。" },
  },
  starter = "demos/leak_receive.lua",
  solution = "demos/leak_receive_fixed.lua",
  options = { procs = 1 },
  ask = "edge",
  cause = function(f) return f.edges end,
  goal = { outputs = {
    "asked: will it rain?\nthe oracle says: nothing\n"
      .. "main goes on, and nobody is left behind\n",
    "asked: will it rain?\nmain goes on, and nobody is left behind\n",
    "asked: will it rain?\nmain goes on, and nobody is left behind\n"
      .. "the oracle says: nothing\n",
  } },
  learned = {
    en = "A goroutine leaks when what it waits for is reachable from nobody who can still run. That is a question about the heap, and gopark answers it the way a garbage collector would. Go 1.26 can do the same (`goroutineleak` profile).",
    zh = "如果一个 goroutine 所等的东西，没有任何还能运行的人够得着，它就泄漏了。这其实是一个关于堆的问题，gopark 用垃圾回收器的办法来回答。Go 1.26 也能这么做（`goroutineleak` profile）。",
  },
}
