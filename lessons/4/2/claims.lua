-- What the text says in a sentence, and a program can show.
local function shares(output)
  local t = {}
  for percent, mutex, rw in output:gmatch("(%d+) %% +(%d+) +(%d+)") do
    t[tonumber(percent)] = tonumber(mutex) / tonumber(rw)
  end
  return t
end

return {
  { en = "with reads only the RWMutex is about five times as fast",
    zh = "RWMutex 的速度大约是 Mutex 的五倍",
    program = "demos/read_share.lua",
    test = function(f)
      local s = shares(f.output)
      return s[0] > 4.5 and s[0] < 5.6
    end },
  { en = "At five to ten per cent of writes the plain Mutex, which has less to do, is level, and from there on ahead.",
    zh = "写占到百分之五到十,活儿更少的普通 Mutex 就追平了,再往上就反超。",
    program = "demos/read_share.lua",
    test = function(f)
      local s = shares(f.output)
      return s[1] > 1 and s[5] > 1 and s[10] < 1 and s[25] < 1 and s[50] < 1
        and s[100] < 1
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
