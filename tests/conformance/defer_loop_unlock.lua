local mu, n = sync.Mutex(), 0
local function add(d)
  mu:Lock()
  local _ <close> = defer(mu.Unlock, mu)
  if d < 0 then panic("negative") end
  n = n + d
end
for _, d in ipairs { 1, -1, 2, -2, 3 } do
  local ok, err = pcall(add, d)
  fmt.Println(d, ok, not ok and err or nil, mu:TryLock())
  mu:Unlock()
end
print("n", n)
