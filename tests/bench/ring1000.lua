-- Send a token round a ring of 1000 goroutines.
local n = tonumber(arg[1])
local function pass(from, to)
  while true do
    local v = from:recv()
    to:send(v + 1)
  end
end
local first = chan()
local from = first
for _ = 1, 999 do
  local to = chan()
  go(pass, from, to)
  from = to
end
for i = 1, n // 1000 do
  first:send(i)
  from:recv()
end
