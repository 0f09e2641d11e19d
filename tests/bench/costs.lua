-- What operations take in virtual time, each as "NAME NS".
local n = tonumber(arg[1]) or 20000

local function measure(name, f)
  local start = time.Now()
  f()
  print(("%s %.1f"):format(name, (time.Now() - start) / n))
end

local function through(size)
  return function()
    local ch = chan(size)
    go(function()
      for i = 1, n do ch:send(i) end
    end)
    for _ = 1, n do ch:recv() end
  end
end

measure("unbuffered", through(0))
measure("buffered1", through(1))
measure("buffered10", through(10))
measure("buffered100", through(100))
measure("select2", function()
  local a, b = chan(), chan()
  for _, ch in ipairs { a, b } do
    go(function()
      for i = 1, n // 2 do ch:send(i) end
    end)
  end
  local cases = { recv(a), recv(b) }
  for _ = 1, n do select(cases) end
end)
measure("default", function()
  local cases = { recv(chan()), default() }
  for _ = 1, n do select(cases) end
end)
measure("mutex", function()
  local mu = sync.Mutex()
  for _ = 1, n do
    mu:Lock()
    mu:Unlock()
  end
end)
measure("rlock", function()
  local mu = sync.RWMutex()
  for _ = 1, n do
    mu:RLock()
    mu:RUnlock()
  end
end)
measure("wlock", function()
  local mu = sync.RWMutex()
  for _ = 1, n do
    mu:Lock()
    mu:Unlock()
  end
end)
measure("atomic", function()
  local a = atomic.Int64()
  for _ = 1, n do a:Add(1) end
end)
measure("waitgroup", function()
  local wg = sync.WaitGroup()
  for _ = 1, n do
    wg:Add(1)
    wg:Done()
  end
end)
measure("spawn", function()
  local wg = sync.WaitGroup()
  local function done() wg:Done() end
  for i = 1, n do
    wg:Add(1)
    go(done)
    if i % 100 == 0 then wg:Wait() end
  end
  wg:Wait()
end)
measure("gosched", function()
  local wg = sync.WaitGroup()
  for _ = 1, 2 do
    wg:Go(function()
      for _ = 1, n // 2 do runtime.Gosched() end
    end)
  end
  wg:Wait()
end)
measure("hold", function()
  local mu, wg = sync.Mutex(), sync.WaitGroup()
  for _ = 1, 4 do
    wg:Go(function()
      for _ = 1, n // 4 do
        mu:Lock()
        runtime.Gosched()
        mu:Unlock()
      end
    end)
  end
  wg:Wait()
end)
measure("timer", function()
  local function f() end
  for _ = 1, n do time.AfterFunc(time.Hour, f):Stop() end
end)
measure("cancel", function()
  for _ = 1, n do
    local _, cancel = context.WithCancel(context.Background())
    cancel()
  end
end)
