local even, odd = sync.Mutex("even"), sync.Mutex("odd")
local done = sync.WaitGroup("done")

local function put(key)
  local mu = key % 2 == 0 and even or odd
  mu:Lock()
  time.Sleep(time.Millisecond) -- writing takes its time
  mu:Unlock()
  done:Done()
end

done:Add(4)
go(put, 4) -- G2
go(put, 7) -- G3
go(put, 9) -- G4
go(put, 6) -- G5
done:Wait()
