return {
  kind = "fix",
  title = { en = "The mirror that made them wait", zh = "照镜子照得人人都等" },
  task = {
    en = "Each request is copied to the new version, to see whether it copes. It does not: it hangs, and soon the old one hangs with it. Change `handle` so that all are answered on every schedule, whatever the new version does. Copying goes on where it can; nothing is left running at the end; the queue keeps its size.",
    zh = "每个请求都抄一份给新版本，看它吃不吃得消。它吃不消，卡住了，没多久旧的也跟着卡住。请改 `handle`：不管怎样调度，也不管新版本怎么样，人人都得到回答。抄得成的照抄，最后不许留下还在跑的，队列的大小不变。",
  },
  hints = {
    { en = "Whom does a client wait for, at `mirror:send(id)`? Does anybody need this copy?",
      zh = "走到 `mirror:send(id)`，客户端在等谁？这份副本有谁非要不可？" },
    { en = "A `go` in front of the send gets rid of the wait, and collects goroutines in its place. Limited is what can be *dropped*.",
      zh = "在 send 前面加个 `go`，是不等了，可 goroutine 会越攒越多。要有上限，就得**丢得起**。" },
    { en = "`select { send(mirror, id), default() }`: copy it if there is room, forget it if not.",
      zh = "`select { send(mirror, id), default() }`：有位子就抄，没位子就算了。" },
  },
  goal = {
    outputs = { "answer 1\nanswer 2\nanswer 3\nsome were mirrored\n" },
    any_order = true,
    last = "some were mirrored",
    uses = { go = 4 },
  },
  faults = {
    { file = "unbounded.lua" },
    { file = "without.lua", verdict = "output" },
    { file = "bigger.lua", verdict = "deadlock" },
    { file = "one_by_one.lua", verdict = "sequential" },
  },
  learned = {
    en = "A copy is for you, not for the client, so the client must not pay for it: not with time, and not with memory. A bounded queue and the right to drop give both. Count what was dropped, or you will believe that you have seen everything.",
    zh = "副本是抄给你自己看的，不是给客户端的，所以不能让客户端出钱：时间不行，内存也不行。队列有上限，满了就丢，两样都省了。丢了多少要记个数，不然你会以为自己全看见了。",
  },
}
