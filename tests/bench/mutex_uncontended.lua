-- Lock and unlock what nobody else wants.
local n = tonumber(arg[1])
local mu = sync.Mutex()
for _ = 1, n do
  mu:Lock()
  mu:Unlock()
end
