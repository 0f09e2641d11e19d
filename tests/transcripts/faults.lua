-- Correct programs, one for each operation that an injected fault can skip.
local run = {}

function run.close()
  local jobs = chan(0, "jobs")
  go(function()
    for j in range(jobs) do print("job", j) end
  end)
  for i = 1, 2 do jobs:send(i) end
  close(jobs)
  time.Sleep(time.Millisecond)
end

function run.handover()
  local ch = chan(0, "ch")
  go(function() ch:send("hello") end)
  print((ch:recv()))
  time.Sleep(time.Millisecond)
end

function run.lock()
  local mu, n = sync.Mutex("mu"), 0
  for _ = 1, 2 do
    mu:Lock()
    n = n + 1
    mu:Unlock()
  end
  print(n)
end

function run.group()
  local wg = sync.WaitGroup("wg")
  for i = 1, 2 do
    wg:Add(1)
    go(function()
      print("part", i)
      wg:Done()
    end)
  end
  wg:Wait()
  print("all")
end

function run.context()
  local ctx, cancel = context.WithCancel(context.Background())
  go(function()
    ctx:Done():recv()
    print("cancelled")
  end)
  time.Sleep(time.Millisecond)
  cancel()
  time.Sleep(time.Millisecond)
end

function run.ticker()
  local pulse, quit = time.NewTicker(time.Second), chan(0, "quit")
  go(function()
    for _ = 1, 4 do
      if select { recv(pulse.C), recv(quit) } == 2 then return end
      print("tick")
    end
  end)
  time.Sleep(1500 * time.Millisecond)
  pulse:Stop()
  time.Sleep(2 * time.Second)
  close(quit)
  time.Sleep(time.Millisecond)
end

function run.signal()
  local mu, ready = sync.Mutex("mu"), false
  local cond = sync.Cond(mu)
  go(function()
    mu:Lock()
    while not ready do cond:Wait() end
    mu:Unlock()
    print("ready")
  end)
  time.Sleep(time.Millisecond)
  mu:Lock()
  ready = true
  cond:Signal()
  mu:Unlock()
  time.Sleep(time.Millisecond)
end

function run.worker()
  local done = chan(0, "done")
  go(function()
    for i = 1, 2 do
      time.Sleep(time.Millisecond)
      print("work", i)
    end
    close(done)
  end)
  done:recv()
  print("done")
end

run[arg[1]]()
