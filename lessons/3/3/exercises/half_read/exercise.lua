return {
  kind = "fix",
  title = { en = "Half read", zh = "只读了一半" },
  task = {
    en = [[
An event loop over an edge-triggered epoll: `ready` reports a descriptor once for each burst, not once for each message. The loop reads one message and asks for the next event; three messages stay behind, and it waits for ever. Repair **the loop**. It must not look at descriptors that were not reported.]],
    zh = [[
一个事件循环，用的是边沿触发的 epoll：`ready` 每来**一批**消息才报告一次，不是每条报告一次。循环读了一条，就去等下一个事件，结果三条消息没人读，它也永远等着。请修好**这个循环**。没有报告过的描述符，不许去看。]],
  },
  hints = {
    { en = "How often is descriptor 3 reported, and how many messages does it have?",
      zh = "3 号描述符报告过几次？它有几条消息？" },
    { en = "An edge says \"something has come\", not how much. When do you know that nothing is left?",
      zh = "边沿只说“来了”，没说来了多少。怎样才知道一条也不剩了？" },
    { en = "Call `read(fd)` until it returns nil, and only then wait for the next event.",
      zh = "一直 `read(fd)`，直到返回 nil，然后才去等下一个事件。" },
  },
  goal = {
    outputs = { "a\nb\nc\nd\ne\nfive messages\n" },
    any_order = true,
    last = "five messages",
    uses = { go = 2 },
    most = { select = 7, send = 7 },
  },
  faults = {
    { file = "twice.lua", verdict = "deadlock" },
    { file = "waits.lua", verdict = "deadlock" },
    { file = "polls.lua", verdict = "busy" },
    { file = "tells_all.lua", verdict = "excess" },
  },
  learned = {
    en = "With edge triggering you owe the kernel one thing: read until EAGAIN. Go's runtime keeps this promise for you: a goroutine parks only after a read that found nothing.",
    zh = "用边沿触发，就欠内核一样东西：要读到 EAGAIN 为止。Go 的运行时替你守着这个约定：总是先读，读不到了才停放 goroutine。",
  },
}
