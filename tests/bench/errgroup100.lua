-- Run groups of a hundred tasks, the last of which fails.
local n = tonumber(arg[1])
local failed = errors.New("failed")
for _ = 1, n // 100 do
  local g = errgroup.New()
  for i = 1, 100 do
    g:Go(function()
      if i == 100 then return failed end
      return nil
    end)
  end
  if g:Wait() ~= failed then panic("no error") end
end
