return {
  kind = "explain",
  title = { en = "Only postponed", zh = "只是推迟了" },
  task = {
    en = [[
The program sends four values into its own channel before it receives any. Somebody has "repaired" the deadlock with a buffer of three. On which line does it still stand still for ever?]],
    zh = [[
程序往自己的 channel 里发四个值，一个还没收。有人用容量为三的缓冲把死锁“修好”了。它现在还会永远停在哪一行？]],
  },
  hints = {
    { en = "Four into three.", zh = "四个放进三格。" },
    { en = "The receiving loop is never reached. Which line is main at?",
      zh = "接收的循环根本走不到。main 停在哪一行？" },
  },
  ask = "line",
  cause = { "queue:send(n)", "local queue = chan(3, \"queue\")" },
  goal = { outputs = { "10\n" }, uses = { send = 4 } },
  faults = { { file = "fault.lua", verdict = "deadlock" } },
  learned = {
    en = "A buffer that is large enough *today* hides a mistake until the day there is one value more. The repaired program sends and receives at the same time; its capacity may then be anything.",
    zh = "**今天**够大的缓冲，只是把错误藏到多一个值的那天。修好的程序边发边收，容量是多少都无所谓。",
  },
}
