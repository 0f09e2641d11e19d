return {
  kind = "explain",
  title = { en = "The case that never fires", zh = "永远轮不到的分支" },
  task = {
    en = [[
The program should print `stopped`. Instead it waits for ever, although `stop` is closed. On which line was the mistake made?]],
    zh = [[
程序应该打印 `stopped`，可 `stop` 明明关了，它还是永远等着。错误出在哪一行？]],
  },
  hints = {
    { en = "Which channels does the select really wait at? `gs` and `why 1` know.",
      zh = "select 到底在等哪些 channel？问 `gs` 和 `why 1`。" },
    { en = "A case whose channel is nil is never ready. Where does the variable get its value?",
      zh = "channel 为 nil 的分支永远不就绪。那个变量是在哪里赋值的？" },
  },
  ask = "line",
  cause = { "stop = chan(0, \"stop\")" },
  goal = { outputs = { "stopped\n" }, uses = { go = 1 } },
  faults = { { file = "fault.lua", verdict = "deadlock" } },
  learned = {
    en = "A nil channel is useful to switch a case off, and treacherous when nobody meant it. The line makes a *global* variable: the `local stop` comes only after it, and is nil when the select looks.",
    zh = "nil channel 用来关掉分支很好使，无意中出现就很坑人。这一行给**全局**变量赋了值；`local stop` 在它后面才声明，select 去看的时候，那个局部变量是 nil。",
  },
}
