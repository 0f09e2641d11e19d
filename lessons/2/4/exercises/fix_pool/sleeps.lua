local numbers = chan(3, "numbers")
local squares = chan(3, "squares")

local function worker()
  while true do
    local n = numbers:recv()
    squares:send(n * n)
  end
end

go(worker)
go(worker)
for n = 1, 3 do
  numbers:send(n)
end
local sum = squares:recv() + squares:recv() + squares:recv()
fmt.Println("sum of squares:", sum)
time.Sleep(time.Second)
