-- What the text says in a sentence, and a program can show.
return {
  { en = "counts a thousand throws",
    zh = "数了一千次",
    program = "demos/fair_coin.lua", seeds = 10,
    test = function(f)
      for _, run in ipairs(f.runs) do
        if run.output ~= "about half of the throws each: true\n"
            .. "with a first look: 1000 heads, 0 tails\n" then
          return false
        end
      end
      return #f.runs == 10
    end },
  { en = "main stands at a channel and at a timer at once",
    zh = "main 同时站在一个 channel 和一个定时器前面",
    program = "demos/patience.lua", options = { procs = 1 },
    run = { "break on park", "step 3", "why 1" }, says = "select" },
  { en = "When gopark explores schedules, it lets every timer win whenever it could.",
    zh = "gopark 搜索各种调度时，定时器只要能赢，就让它赢一次看看。",
    program = "exercises/timeout_wins/starter.lua", explore = true,
    test = function(f)
      local n = 0
      for _ in pairs(f.all.outputs) do n = n + 1 end
      return n > 1
    end },
  { en = "its case is taken over and over",
    zh = "它的分支会被一次次选中",
    program = "exercises/closed_spin/starter.lua",
    test = function(f) return f.count.select > 20 or f.ends == "limit" end },
}
