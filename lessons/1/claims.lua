-- What the text says in a sentence, and a program can show.
local function outputs(f)
  local n = 0
  for _ in pairs(f.all.outputs) do n = n + 1 end
  return n
end

return {
  { en = "goroutines may come in either order",
    zh = "先后全凭调度",
    program = "exercises/tea_and_toast/starter.lua", explore = true,
    test = function(f)
      return f.all.complete and f.all.outputs["tea\ntoast\n"] ~= nil
        and f.all.outputs["toast\ntea\n"] ~= nil
    end },
  { en = "when main returns, the program is over",
    zh = "main 一返回，程序就散场",
    program = "exercises/who_waits/starter.lua", explore = true,
    test = function(f) return f.all.outputs["main was here\n"] ~= nil end },
  { en = "starts with a Lua stack of less than 1 KB",
    zh = "起步不到 1 KB",
    program = "demos/two_words.lua", run = { "step 3", "gs" },
    says = "stack 720" },
  { en = "Nothing ran at the same instant there; there was only one processor.",
    zh = "这里没有任何两件事发生在同一瞬间。",
    program = "demos/two_words.lua", options = { procs = 1 },
    run = { "step 4", "gs running" }, says = "P0 M0" },
  { en = "Ten thousand of them",
    zh = "一万个 goroutine",
    program = "demos/crowd.lua",
    test = function(f)
      return f.output == "10001 goroutines exist\n10000 of them said hello\n"
    end },
  { en = "a payment can vanish",
    zh = "就会有一笔钱凭空消失",
    program = "exercises/two_tills/starter.lua", explore = true,
    test = function(f) return outputs(f) > 1 end },
  { en = "The customers do not add; they send coins through a **channel**",
    zh = "顾客不做加法，只把硬币放进 **channel**",
    program = "demos/clerk.lua", explore = true,
    test = function(f) return f.all.complete and outputs(f) == 1 end },
}
