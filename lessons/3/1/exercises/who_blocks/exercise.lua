return {
  kind = "explain",
  title = { en = "Where main is stuck", zh = "main 卡在哪里" },
  task = {
    en = [[
Run the program to its deadlock. Everybody waits for somebody. What does **main** wait for? Answer as an edge: `G1 -> name`.
(Then follow it: who would have to receive there, and what does *that* one wait for?)]],
    zh = [[
运行到死锁为止。人人都在等别人。**main** 在等什么？写成一条边：`G1 -> 名字`。
（然后顺着走下去：谁该来接收？**他**又在等什么？）]],
  },
  hints = {
    { en = "`gs` shows for every goroutine what it waits for.", zh = "`gs` 会列出每个 goroutine 在等什么。" },
    { en = "`why 1` tells the whole chain.", zh = "`why 1` 会讲出整条链。" },
  },
  starter = "exercises/stuck_pipe/starter.lua",
  solution = "exercises/stuck_pipe/solution.lua",
  faults = { { file = "fault.lua", verdict = "deadlock" } },
  options = { procs = 1 },
  ask = "edge",
  cause = function(f)
    local mine = {}
    for _, edge in ipairs(f.edges) do
      if edge:match("^G1 ") then mine[#mine + 1] = edge end
    end
    return mine
  end,
  goal = { outputs = { "sum 55\n" }, uses = { go = 2 } },
  learned = {
    en = "Main waits for a worker at `jobs`, the workers wait for main at `results`: a ring. To break a ring of waiting, one of them must be able to go on without the others; a goroutine that only hands out jobs is.",
    zh = "main 在 `jobs` 上等工人，工人在 `results` 上等 main，成了一个环。要打破等待的环，得让其中一个不依赖别人就能走；只管发任务的 goroutine 就是这样。",
  },
}
