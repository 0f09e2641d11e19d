-- What the text says in a sentence, and a program can show.
local function votes(output)
  local t = {}
  for way, a, b, c, d in output:gmatch("([%a ]+)%s+(%d+)%s+(%d+)%s+(%d+)%s+(%d+)\n") do
    t[way:match("^(.-)%s*$")] = { tonumber(a), tonumber(b), tonumber(c),
                                  tonumber(d) }
  end
  return t
end

return {
  { en = "It is three: read `n`, add 1, write `n`.",
    zh = "其实是三件：读 `n`，加 1，写 `n`。",
    program = "exercises/lose_one/starter.lua",
    options = { procs = 2 }, explore = true,
    test = function(f)
      local n = 0
      for _ in pairs(f.all.outputs) do n = n + 1 end
      return n > 1
    end },
  { en = "No update is ever lost, and still somebody who adds them up finds money missing",
    zh = "更新一次也没丢，可是把两边加起来的人，还是会发现钱不对",
    program = "demos/two_numbers.lua", options = { procs = 2 },
    test = function(f)
      return f.output ==
        "saw money missing or too much: true\nin the end: 100\n"
    end },
  { en = "On one processor the atomic is the cheapest, about two thirds of what the lock costs.",
    zh = "原子操作最便宜，大约是锁的三分之二。",
    program = "demos/tally.lua",
    test = function(f)
      local v = votes(f.output)
      local part = v["atomic add"][1] / v.mutex[1]
      return part > 0.55 and part < 0.8 and
        v["atomic add"][1] <= v["CAS loop"][1]
    end },
  { en = "none of those that share one word gets any faster",
    zh = "凡是共用一个字的都不会变快",
    program = "demos/tally.lua",
    test = function(f)
      local v = votes(f.output)
      for _, way in ipairs({ "mutex", "CAS loop", "atomic add" }) do
        if v[way][4] < v[way][1] then return false end
      end
      return v["CAS loop"][4] > 5 * v["CAS loop"][1]
    end },
  { en = "Only the counter that is not shared, a slip of paper for each, gets faster.",
    zh = "只有不共享的那种，每人一张纸条，才会变快。",
    program = "demos/tally.lua",
    test = function(f)
      local v = votes(f.output)["one each"]
      return v[2] < v[1] and v[4] < v[2]
    end },
}
