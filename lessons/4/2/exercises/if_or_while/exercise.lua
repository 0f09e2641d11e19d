return {
  kind = "fix",
  title = { en = "Look again", zh = "再看一眼" },
  task = {
    en = "Two guests wait for food; the cook puts down two portions, one after the other, and calls everybody each time. On some schedules a guest finds an empty table and eats air. Repair the guest: both portions are eaten, `eaten 3` is printed, and nobody is left.",
    zh = "两位客人等着上菜，厨师先后端出两份，每次都招呼大家。有的调度下，客人面对空桌子，吃了一口空气。请修好客人：两份都吃掉，打印 `eaten 3`，一个人也不留下。",
  },
  hints = {
    { en = "Woken does not mean *it is there*. Somebody else was woken too.",
      zh = "被叫醒，不等于**东西还在**。别人也被叫醒了。" },
    { en = "Replace `if` by `while`.", zh = "把 `if` 换成 `while`。" },
  },
  goal = { outputs = { "eaten 3\n" }, uses = { go = 3 } },
  faults = {
    { file = "signals.lua", verdict = "output" },
    { file = "no_wait.lua", verdict = "output" },
  },
  learned = {
    en = "After every Wait look again. `while` costs nothing when the condition holds, and is right when it does not.",
    zh = "每次 Wait 之后都再看一眼。条件成立时，`while` 不多花什么；不成立时，全靠它。",
  },
}
