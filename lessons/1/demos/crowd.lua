-- Ten thousand goroutines wait at a gate. Then it opens.
local crowd = 10000
local gate = chan(0, "gate")
local greetings = chan(0, "greetings")

local function visitor()
  gate:recv()
  greetings:send(1)
end

for _ = 1, crowd do
  go(visitor)
end
fmt.Println(runtime.NumGoroutine(), "goroutines exist")

close(gate)
local heard = 0
for _ = 1, crowd do
  heard = heard + greetings:recv()
end
fmt.Println(heard, "of them said hello")
