-- Peterson's lock, one attempt each: plain reads and writes, nothing else.
local door = shared({ ann = false, bob = false, turn = "" }, "door")
local room = shared({ inside = 0 }, "room")
local done = sync.WaitGroup("done")

local function attempt(me, other)
  door[me] = true    -- I want to go in,
  door.turn = other  -- but after you.
  if not door[other] or door.turn == me then
    room.inside = room.inside + 1
    check.assert(room.inside == 1, "two are inside")
    room.inside = room.inside - 1
  end
  door[me] = false
  done:Done()
end

done:Add(2)
go(attempt, "ann", "bob")
go(attempt, "bob", "ann")
done:Wait()
fmt.Println("nobody met anybody")
