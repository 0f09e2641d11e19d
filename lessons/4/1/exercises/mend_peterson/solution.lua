-- The door is atomic, the room is plain.
local want = { ann = atomic.Bool(false), bob = atomic.Bool(false) }
local turn = atomic.Value("")
local room = shared({ inside = 0 }, "room")
local done = sync.WaitGroup("done")

local function attempt(me, other)
  want[me]:Store(true)
  turn:Store(other)
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
