local ctx, cancel = context.WithCancel(context.Background())
local left = sync.WaitGroup()
local function stage(f)
  local out = chan()
  left:Add(1)
  go(function()
    local _1 <close> = defer(left.Done, left)
    local _2 <close> = defer(close, out)
    f(function(v)
      local i = select { send(out, v), recv(ctx:Done()) }
      return i == 1
    end)
  end)
  return out
end
local naturals = stage(function(emit)
  local i = 1
  while emit(i) do i = i + 1 end
end)
local odd = stage(function(emit)
  for v in range(naturals) do
    if v % 2 == 1 and not emit(v) then return end
  end
end)
local squares = stage(function(emit)
  for v in range(odd) do
    if not emit(v * v) then return end
  end
end)
local sum = 0
for _ = 1, 10 do
  local v = squares:recv()
  sum = sum + v
end
cancel()
left:Wait()
print("sum", sum, "all stages ended")
