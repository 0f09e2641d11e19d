-- After you, and only then: I want to go in.
local want = { ann = atomic.Bool(false), bob = atomic.Bool(false) }
local turn = atomic.Value("")
local room = shared({ inside = 0 }, "room")
local done = sync.WaitGroup("done")

local function attempt(me, other)
  turn:Store(other)
  want[me]:Store(true)
  if not want[other]:Load() or turn:Load() == me then
    room.inside = room.inside + 1
    check.assert(room.inside == 1, "two are inside")
    room.inside = room.inside - 1
  end
  want[me]:Store(false)
  done:Done()
end

done:Add(2)
go(attempt, "ann", "bob")
go(attempt, "bob", "ann")
done:Wait()
fmt.Println("nobody met anybody")
