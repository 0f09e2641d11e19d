local rw = sync.RWMutex("rw")

rw:RLock()
go(function()
  rw:Lock()
  rw:Unlock()
end)
time.Sleep(time.Millisecond)
fmt.Println("let in:", rw:TryRLock())
