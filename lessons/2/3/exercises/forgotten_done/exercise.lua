return {
  kind = "fix",
  title = { en = "The way out without Done", zh = "没有 Done 的出口" },
  task = {
    en = [[
A file without a name cannot be saved, and then the whole program hangs. Repair it without changing what it prints, and so that no future `return` can bring the mistake back.]],
    zh = [[
遇到没有名字的文件，存不了也就罢了，整个程序却卡死了。请修好它，打印的内容不变；并且要保证将来谁再加一个 `return`，也不会重犯这个错误。]],
  },
  hints = {
    { en = "How many ways lead out of `save`? How many of them pass `Done`?",
      zh = "`save` 有几个出口？其中几个经过 `Done`?" },
    { en = "`local _ <close> = defer(saving.Done, saving)` in the first line of `save` covers all of them.",
      zh = "在 `save` 的第一行写 `local _ <close> = defer(saving.Done, saving)`，所有出口就都管到了。" },
    { en = "And then take the old `Done` away: two are one too many.",
      zh = "然后记得删掉原来的 `Done`：多一次也是错。" },
  },
  goal = {
    outputs = { "saved a.txt\nsaved b.txt\na file without a name\nfinished\n" },
    any_order = true,
    last = "finished",
    uses = { go = 3 },
  },
  faults = {
    { file = "twice.lua", verdict = "error" },
    { file = "sleeps.lua", verdict = "sleep" },
  },
  learned = {
    en = "What must happen on every way out belongs in a `defer` at the way in. This holds for `Done`, `Unlock`, `cancel` and `Stop` alike.",
    zh = "凡是“无论从哪儿出去都要做”的事，就在进门的时候用 `defer` 写好。`Done`、`Unlock`、`cancel`、`Stop` 都是这个道理。",
  },
}
