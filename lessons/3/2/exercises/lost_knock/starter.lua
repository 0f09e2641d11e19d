local door = chan(0, "door")

local function visitor()
  select {
    send(door, "knock knock"),
    default(),
  }
end

go(visitor)
fmt.Println((door:recv()))
