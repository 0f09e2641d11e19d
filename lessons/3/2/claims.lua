-- What the text says in a sentence, and a program can show.
local function rows(output)
  local t = {}
  for cap, each, inside in output:gmatch("(%d+) +(%d+) +(%d+)ns") do
    t[tonumber(cap)] = { each = tonumber(each), inside = tonumber(inside) }
  end
  return t
end

return {
  { en = "sends 2,000 values through channels of growing capacity, on one processor",
    zh = "让 2000 个值通过容量越来越大的 channel，只用一个处理器",
    program = "demos/capacity.lua",
    test = function(f) return rows(f.output)[1024] ~= nil end },
  { en = "the cost of a value falls to about a third",
    zh = "每个值的成本降到三分之一左右",
    program = "demos/capacity.lua",
    test = function(f)
      local r = rows(f.output)
      local part = r[16].each / r[0].each
      return part > 0.25 and part < 0.42
    end },
  { en = "from there on, next to nothing is gained",
    zh = "再往上加，几乎没有收获",
    program = "demos/capacity.lua",
    test = function(f)
      local r = rows(f.output)
      return r[64].each - r[1024].each < r[0].each / 10
    end },
  { en = "grows in proportion to the capacity",
    zh = "和容量成正比地涨",
    program = "demos/capacity.lua",
    test = function(f)
      local r = rows(f.output)
      local k = r[1024].inside / r[256].inside
      return k > 3.5 and k < 4.5
    end },
  { en = "No capacity of the bell makes this right.",
    zh = "铃的容量改成多少都没用。",
    program = "exercises/board/starter.lua", explore = true,
    test = function(f)
      local n = 0
      for _ in pairs(f.all.outputs) do n = n + 1 end
      return n > 1
    end },
}
