local ms = time.Millisecond
local tokens = chan(3)
for _ = 1, 3 do tokens:send(true) end
local stop = chan()
go(function()
  local t = time.NewTicker(50 * ms)
  while true do
    local i = select { recv(t.C), recv(stop) }
    if i == 2 then return end
    select { send(tokens, true), default() }
  end
end)
local start = time.Now()
for i = 1, 6 do
  tokens:recv()
  print("request", i, (time.Since(start) + 25 * ms) // (50 * ms))
end
close(stop)
