return {
  kind = "break",
  title = { en = "Leak 5, by injection", zh = "泄漏之五：注入故障" },
  task = {
    en = "The repaired subscription is cancelled at the end. Let that call do nothing, so that one goroutine is left for ever. (`chans` shows the name of the context's channel.)",
    zh = "修好的订阅最后会取消。请让那次取消失效，使一个 goroutine 永远留下。（`chans` 会显示 context 那个 channel 的名字。）",
  },
  hints = {
    { en = "`inject skip cancel`, and the name of the context.",
      zh = "`inject skip cancel`，后面跟 context 的名字。" },
    { en = "Step main once so that the context exists, then `inject skip cancel ctx`.",
      zh = "先让 main 走一步，等 context 建好，再 `inject skip cancel ctx`。" },
  },
  starter = "demos/leak_context_fixed.lua",
  options = { procs = 1 },
  inject = true,
  goal = { leaks = 1 },
  learned = {
    en = "A cancel that is not called and a cancel that does nothing look the same from the goroutine: silence.",
    zh = "没有调用 cancel，和调用了但不起作用，在 goroutine 看来是一回事：一片寂静。",
  },
}
