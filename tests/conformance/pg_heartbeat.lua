local ms = time.Millisecond
local ctx, cancel = context.WithTimeout(context.Background(), 210 * ms)
local function worker()
  local beat, results = chan(), chan()
  go(function()
    local _1 <close> = defer(close, beat)
    local _2 <close> = defer(close, results)
    local pulse, work_ = time.NewTicker(40 * ms), time.NewTicker(100 * ms)
    local n = 0
    while true do
      local i = select { recv(ctx:Done()), recv(pulse.C), recv(work_.C) }
      if i == 1 then
        return
      elseif i == 2 then
        select { send(beat, true), default() }
      else
        n = n + 1
        select { send(results, n), recv(ctx:Done()) }
      end
    end
  end)
  return beat, results
end
local beat, results = worker()
local beats, got = 0, 0
while beat or results do
  select {
    recv(beat, function(_, ok) if ok then beats = beats + 1 else beat = nil end end),
    recv(results, function(_, ok) if ok then got = got + 1 else results = nil end end),
  }
end
cancel()
print("beats", beats >= 3 and beats <= 5, "results", got)
