local ms = time.Millisecond
local mu, failures, open_until = sync.Mutex(), 0, 0
local function call(f)
  mu:Lock()
  local _ <close> = defer(mu.Unlock, mu)
  if failures >= 3 and time.Now() < open_until then return nil, errors.New("circuit open") end
  local v, err = f()
  if err then
    failures = failures + 1
    open_until = time.Now() + 100 * ms
    return nil, err
  end
  failures = 0
  return v, nil
end
local function bad() return nil, errors.New("down") end
local function good() return "up", nil end
for _ = 1, 3 do fmt.Println(call(bad)) end
fmt.Println(call(good))
time.Sleep(130 * ms)
fmt.Println(call(bad))
fmt.Println(call(good))
time.Sleep(130 * ms)
fmt.Println(call(good))
fmt.Println(call(good))
