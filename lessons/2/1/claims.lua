-- What the text says in a sentence, and a program can show.
local function distinct(runs)
  local seen, n = {}, 0
  for _, run in ipairs(runs) do
    if not seen[run.output] then n = n + 1 end
    seen[run.output] = true
  end
  return n
end

-- The numbers in front of "ms", line by line.
local function times(output)
  local t = {}
  for ms in output:gmatch("(%d+) ms") do t[#t + 1] = tonumber(ms) end
  return t
end

return {
  { en = "show the scheduler's three moves, one stop each",
    zh = "调度器的三招，每招停下来看一次",
    program = "demos/three_moves.lua", options = { procs = 2 },
    test = function(f)
      return f.count.steal >= 1 and f.count.handoff >= 1
        and f.count.preempt >= 1 and f.time < 33000000
    end },
  { en = "goes round every 20 µs",
    zh = "每 20 微秒巡视一圈",
    program = "demos/three_moves.lua", run = { "ms" },
    says = "sysmon looks again at 20µs" },
  { en = "A goroutine that computes for 10 ms is asked to step aside",
    zh = "一个 goroutine 连续算了 10 毫秒，就会被要求让位",
    program = "demos/three_moves.lua", options = { procs = 1 },
    run = { "break on preempt", "continue", "ps" }, says = "P0" },
  { en = "With four the seed has its say as well.",
    zh = "到了四个 P，连种子也有份。",
    program = "exercises/next_at_two/starter.lua", seeds = 20,
    test = function(f) return distinct(f.runs) > 1 end },
  { en = "make computing faster, up to the number of jobs",
    zh = "计算会变快，直到和任务一样多为止",
    program = "demos/more_processors.lua",
    test = function(f)
      local t = times(f.output)
      return #t == 4 and t[1] >= 1.8 * t[2] and t[2] >= 1.8 * t[3]
        and t[3] >= 1.8 * t[4]
    end },
}
