return {
  kind = "explain",
  title = { en = "Whom does main wait for?", zh = "main 在等谁？" },
  task = {
    en = [[
Main stands at `Wait` and will stand there for ever. Run the program, look at `gs`, ask `why 1`. Which goroutine fails to call `Done`? Answer with its number, such as `G7`.]],
    zh = [[
main 停在 `Wait`，再也走不了了。运行程序，看看 `gs`，再问 `why 1`。没有调用 `Done` 的是哪个 goroutine？请回答编号，例如 `G7`。]],
  },
  hints = {
    { en = "Those who have ended have called `Done`. Who has not ended?",
      zh = "结束了的都调用过 `Done`。谁还没结束？" },
    { en = "There are two tickets. Look for a goroutine in `[chan receive]` other than main.",
      zh = "票只有两张。除了 main，找那个处于 `[chan receive]` 的。" },
  },
  options = { procs = 1 },
  ask = "goroutine",
  cause = function(f)
    local who = {}
    for _, s in ipairs(f.stuck) do
      if s.g ~= 1 then who[#who + 1] = s.g end
    end
    return who
  end,
  goal = { outputs = { "everybody is in\n" }, uses = { go = 3 } },
  faults = { { file = "fault.lua", verdict = "deadlock" } },
  learned = {
    en = "A WaitGroup only knows a number. It cannot tell you who is missing; the goroutine that is missing can, by its own wait reason. Follow the chain to the one that waits for something nobody will do.",
    zh = "WaitGroup 只记着一个数，说不出少了谁；少的那个 goroutine 自己的等待原因却说得出来。顺着等待关系往下找，直到找到那个等着一件没人会做的事的。",
  },
}
