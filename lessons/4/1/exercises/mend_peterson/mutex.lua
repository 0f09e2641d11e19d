local mu = sync.Mutex("mu")
local room = shared({ inside = 0 }, "room")
local done = sync.WaitGroup("done")

local function attempt()
  mu:Lock()
  room.inside = room.inside + 1
  check.assert(room.inside == 1, "two are inside")
  room.inside = room.inside - 1
  mu:Unlock()
  done:Done()
end

done:Add(2)
go(attempt)
go(attempt)
done:Wait()
fmt.Println("nobody met anybody")
