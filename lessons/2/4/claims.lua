-- What the text says in a sentence, and a program can show. That each of the
-- six leaks where it says, and its twin does not, is tested beside.
return {
  { en = "distrust a curve that only rises",
    zh = "只升不降就要起疑",
    program = "demos/rising.lua",
    test = function(f)
      local n = {}
      for k in f.output:gmatch("requests:%s+(%d+)") do n[#n + 1] = tonumber(k) end
      for i = 2, 5 do
        if n[i] <= n[i - 1] or n[i + 5] ~= 0 then return false end
      end
      return #n == 10
    end },
  { en = "*Stopped*, it falls silent without closing its channel",
    zh = "**停了**，它只是不响了，channel 并没有关",
    program = "demos/leak_ticker.lua",
    test = function(f) return f.leaked ~= nil and #f.leaked == 1 end },
  { en = "which no search for lost goroutines can find",
    zh = "怎么查“走不了的 goroutine”都查不到它",
    program = "demos/never_stopped.lua",
    test = function(f)
      return #f.leaked == 0 and f.left == 3
        and f.output:find("bookshop closes, 4 goroutines", 1, true) ~= nil
    end },
  { en = "does not let you leave before all have returned",
    zh = "不等所有人返回就不放你走",
    program = "demos/together.lua",
    test = function(f) return f.left == 0 end },
  { en = "`inject` turns a correct program into a broken one without touching its text.",
    zh = "`inject` 可以不动源代码，就把正确的程序弄坏。",
    program = "demos/leak_range_fixed.lua",
    run = { "step", "inject skip close lines", "continue", "leaks" },
    says = "1 goroutine leaked" },
  { en = "`inject skip cancel ctx` brings back leak 5",
    zh = "`inject skip cancel ctx` 能弄出第五种",
    program = "demos/leak_context_fixed.lua",
    run = { "step", "inject skip cancel ctx", "continue", "leaks" },
    says = "1 goroutine leaked" },
  { en = "`inject skip close plates` leak 4",
    zh = "`inject skip close plates` 能弄出第四种",
    program = "demos/leak_pool_fixed.lua",
    run = { "step 4", "inject skip close plates", "continue", "leaks" },
    says = "3 goroutines leaked" },
}
