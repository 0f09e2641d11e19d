local A, B = sync.Mutex("A"), sync.Mutex("B")

local function transfer(x, y)
  x:Lock()
  time.Sleep(time.Millisecond)
  y:Lock()
  y:Unlock()
  x:Unlock()
end

go(transfer, A, B)
go(transfer, B, A)
time.Sleep(5 * time.Millisecond)
go(function() A:Lock() end)
time.Sleep(time.Millisecond)
print("main is not bothered")
