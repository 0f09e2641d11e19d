-- Readers share the room. A writer wants it alone.
local ms = time.Millisecond
local room = sync.RWMutex("room")
local out = sync.WaitGroup("out")

local function reader(name, arrives)
  local _ <close> = defer(out.Done, out)
  time.Sleep(arrives)
  room:RLock()
  fmt.Printf("%2dms %s reads\n", time.Now() // ms, name)
  time.Sleep(10 * ms)
  room:RUnlock()
end

local function writer(arrives)
  local _ <close> = defer(out.Done, out)
  time.Sleep(arrives)
  room:Lock()
  fmt.Printf("%2dms the writer writes\n", time.Now() // ms)
  time.Sleep(5 * ms)
  room:Unlock()
end

out:Add(4)
go(reader, "Abe", 1 * ms)
go(reader, "Bee", 3 * ms)
go(writer, 5 * ms)
go(reader, "Cy", 7 * ms)
out:Wait()
