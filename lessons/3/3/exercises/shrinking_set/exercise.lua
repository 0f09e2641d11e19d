return {
  kind = "fix",
  title = { en = "The shrinking set", zh = "越用越小的集合" },
  task = {
    en = [[
`posix_select` behaves as the system call does: it waits until one descriptor of the set can be read, and then removes from the set all that cannot. Main reads two messages with it. But it gets only one, and waits for ever, although the second has come, too. Repair **main's loop**; the system call stays as it is.]],
    zh = [[
`posix_select` 和系统调用一个脾气：等到集合里有描述符可读，然后把不可读的都从集合里删掉。main 靠它读两条消息。可是它只读到一条，第二条明明也到了，它却永远等着。请修好 **main 的循环**，系统调用不许改。]],
  },
  hints = {
    { en = "What is in `set` when the loop comes round for the second time? `locals` tells.",
      zh = "循环转到第二圈，`set` 里还有谁？用 `locals` 看。" },
    { en = "In the second round the set holds one descriptor only. Who took the other out?",
      zh = "第二圈，集合里只剩一个描述符了。另一个是谁拿走的？" },
    { en = "The question was overwritten by the answer. Ask with a fresh set each time; a second *name* for the same table is no copy.",
      zh = "答案盖掉了问题。每次都要用一个新的集合去问；给同一张表再起个**名字**，可不算复制。" },
  },
  goal = {
    outputs = { "3 says hello\n4 says good day\n" },
    any_order = true,
    uses = { go = 2 },
  },
  faults = {
    { file = "same_table.lua", verdict = "deadlock" },
    { file = "asks_once.lua", verdict = "output" },
    { file = "only_names.lua", verdict = "output" },
  },
  learned = {
    en = "select() writes its answer over your question. In C one keeps a master set and copies it (`set = all;` copies a struct there) before each call.",
    zh = "select() 把答案写在问题上。C 程序的惯用法是留一份总的集合，每次调用前复制一份（C 里 `set = all;` 复制的是整个结构体，和 Lua 不同）。",
  },
}
