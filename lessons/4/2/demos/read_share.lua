-- Mutex or RWMutex? Eight goroutines on eight processors use a cache; one
-- access takes 100 ns under the lock and 100 ns outside.
local goroutines, each = 8, 50

local function measure(lock, read, read_done, write_percent)
  local done = sync.WaitGroup()
  local began = time.Now()
  for g = 1, goroutines do
    done:Add(1)
    go(function()
      for i = 1, each do
        if (i * 37 + g * 53) % 100 < write_percent then
          lock:Lock()
          work(100)
          lock:Unlock()
        else
          read(lock)
          work(100)
          read_done(lock)
        end
        work(100)
      end
      done:Done()
    end)
  end
  done:Wait()
  return time.Since(began) / (goroutines * each)
end

-- A star is one access in a microsecond.
local function plot(label, name, ns)
  fmt.Printf("%6s  %-7s  %4.0f ns  %s\n", label, name, ns,
    string.rep("*", 1000 // ns))
end

runtime.GOMAXPROCS(8)
fmt.Println("writes  lock     for one  how many in a microsecond")
for _, percent in ipairs({ 0, 1, 5, 10, 25, 50, 100 }) do
  local m, rw = sync.Mutex(), sync.RWMutex()
  plot(percent .. " %", "Mutex", measure(m, m.Lock, m.Unlock, percent))
  plot("", "RWMutex", measure(rw, rw.RLock, rw.RUnlock, percent))
end
