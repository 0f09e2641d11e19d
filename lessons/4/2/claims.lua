-- What the text says in a sentence, and a program can show.
local function shares(output)
  local t = {}
  for percent, mutex, rw in output:gmatch("(%d+) %% +Mutex +(%d+) ns[ *]+\n"
      .. " +RWMutex +(%d+) ns") do
    t[tonumber(percent)] = tonumber(mutex) / tonumber(rw)
  end
  return t
end

return {
  { en = "with reads only the RWMutex is more than four times as fast",
    zh = "RWMutex 的速度是 Mutex 的四倍还多",
    program = "demos/read_share.lua", options = { procs = 8 },
    test = function(f) return shares(f.output)[0] > 4 end },
  { en = "Between five and ten per cent of writes the plain Mutex, which has less to do, catches up, and beyond that it is ahead.",
    zh = "写占到百分之五到十之间，活儿更少的普通 Mutex 就追了上来，再往上便反超过去。",
    program = "demos/read_share.lua", options = { procs = 8 }, seeds = 3,
    test = function(f)
      for _, run in ipairs(f.runs) do
        local s = shares(run.output)
        if s[5] < 0.95 or s[10] > 1 or s[25] > 0.9 or s[50] > 0.9 then
          return false
        end
      end
      return true
    end },
  { en = "with a single switch",
    zh = "切换一回就够",
    program = "exercises/ab_ba/starter.lua", explore = true,
    test = function(f)
      return f.ends == "returns" and f.all.ends.deadlock ~= nil
    end },
  { en = "a signal that comes too early is lost",
    zh = "早来的信号就丢了",
    program = "exercises/lost_signal/starter.lua", explore = true,
    test = function(f) return f.all.ends.deadlock ~= nil end },
}
