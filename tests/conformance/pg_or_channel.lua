local function any(list)
  if #list == 0 then return nilchan end
  if #list == 1 then return list[1] end
  local done = chan()
  go(function()
    local _ <close> = defer(close, done)
    if #list == 2 then
      select { recv(list[1]), recv(list[2]) }
      return
    end
    local rest = { table.unpack(list, 4) }
    rest[#rest + 1] = done
    select { recv(list[1]), recv(list[2]), recv(list[3]), recv(any(rest)) }
  end)
  return done
end
local function after(d)
  local c = chan()
  time.AfterFunc(d, function() close(c) end)
  return c
end
local ms = time.Millisecond
local start = time.Now()
any { after(time.Hour), after(time.Minute), after(50 * ms), after(time.Second), after(2 * time.Hour), after(time.Minute) }:recv()
local d = time.Since(start)
print(d >= 50 * ms, d < 800 * ms)
