return {
  kind = "fix",
  title = { en = "The lost parcels", zh = "丢失的包裹" },
  task = {
    en = [[
The office closes before the parcels are delivered. Repair it: both deliveries happen, **each still in a goroutine of its own**, in
either order, and `office closes` is the last line, on every schedule.]],
    zh = [[
包裹还没送到，邮局就关门了。请修好它：两份包裹都要送到，**仍然各由一个 goroutine 去送**，谁先谁后都可以；
而 `office closes` 必须是最后一行，无论怎么调度。]],
  },
  hints = {
    { en = "Main needs something to wait for. What can a goroutine do that main can notice?",
      zh = "main 需要有东西可等。goroutine 能做什么，好让 main 察觉到？" },
    { en = "Make a channel; each delivery sends on it when it is done, and main receives once for each.",
      zh = "建一个 channel；每送完一份就往里发一次，main 对应地收一次。" },
    { en = "Two deliveries, two receives: `done:recv()` twice before the last line.",
      zh = "送两份就收两次：在最后一行之前写两遍 `done:recv()`。" },
  },
  goal = {
    outputs = {
      "delivered to Ada\ndelivered to Linus\noffice closes\n",
      "delivered to Linus\ndelivered to Ada\noffice closes\n",
    },
    uses = { go = 2 },
  },
  faults = {
    { file = "sleeps.lua", verdict = "sleep" },
    { file = "one_by_one.lua", verdict = "sequential" },
    { file = "waits_once.lua", verdict = "output" },
  },
  learned = {
    en = "A receive waits exactly as long as necessary. A sleep waits for as long as you guessed, and a guess is wrong on the day the machine is busy.",
    zh = "接收操作等得不多不少，刚好够。Sleep 等的是你猜的时间，而机器忙起来的那天，你就猜错了。",
  },
}
