-- A larger buffer with the same two tickets in it.
local tickets = chan(3, "tickets")
local entering = sync.WaitGroup("entering")

local function visitor()
  tickets:recv()
  entering:Done()
end

tickets:send("row 1")
tickets:send("row 2")
for _ = 1, 3 do
  entering:Add(1)
  go(visitor)
end
entering:Wait()
fmt.Println("everybody is in")
