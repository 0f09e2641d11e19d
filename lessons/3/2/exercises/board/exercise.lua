return {
  kind = "fix",
  title = { en = "The notice board", zh = "告示板" },
  task = {
    en = [[
Main writes a notice on a shared board, rings, wipes the board, writes the next one and rings again. The reader sometimes comes too late for the first. Repair it so that the reader prints `hello`, then `world`, on every schedule, and no access to shared memory races.]],
    zh = [[
main 在共享的告示板上写一条，摇铃；擦掉，写下一条，再摇铃。读的人有时来晚了，看不到第一条。请修好它：无论怎么调度，都先打印 `hello` 再打印 `world`，并且对共享内存的访问没有竞争。]],
  },
  hints = {
    { en = "An unbuffered bell is not enough: the reader has heard it when main goes on, but has it read?",
      zh = "光把铃换成无缓冲的还不够：main 往下走时，读的人听见铃了，可他读了吗？" },
    { en = "Two ways: let the reader ring back when it has read. Or do away with the board, and send the notice itself.",
      zh = "两条路：读完再摇一次铃回去；或者干脆不要告示板，把告示本身发过去。" },
  },
  goal = {
    outputs = { "read: hello\nread: world\n" },
    uses = { go = 1, send = 2 },
  },
  faults = {
    { file = "unbuffered.lua" },
    { file = "sleeps.lua", verdict = "sleep" },
  },
  learned = {
    en = "Passing a *signal that* something is ready leaves you with the question who owns it now. Passing *the thing* answers it. That is the proverb of chapter 1 once more.",
    zh = "传“**好了**”这个信号，还得操心东西现在归谁；直接传**东西**，就没这个问题。又是第 1 章那句格言。",
  },
}
