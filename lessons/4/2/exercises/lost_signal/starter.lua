local mu = sync.Mutex("mu")
local tea_ready = sync.Cond(mu)
local drunk = chan(0, "drunk")

local function guest()
  mu:Lock()
  tea_ready:Wait()
  mu:Unlock()
  drunk:send("delicious")
end

local function host()
  mu:Lock()
  tea_ready:Signal()
  mu:Unlock()
end

go(guest)
runtime.Gosched()
go(host)
fmt.Println((drunk:recv()))
