-- Not closing changes nothing: the loop before it is never left.
local queue = chan(3, "queue")

for n = 1, 4 do
  queue:send(n)
end

local sum = 0
for _ = 1, 4 do
  sum = sum + queue:recv()
end
fmt.Println(sum)
