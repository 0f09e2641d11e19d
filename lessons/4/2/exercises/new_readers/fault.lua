-- The other one is a reader too.
local rw = sync.RWMutex("rw")

rw:RLock()
go(function()
  rw:RLock()
  rw:RUnlock()
end)
time.Sleep(time.Millisecond)
fmt.Println("let in:", rw:TryRLock())
