local queue = chan(3, "queue")

for n = 1, 4 do
  queue:send(n)
end
close(queue)

local sum = 0
for n in range(queue) do
  sum = sum + n
end
fmt.Println(sum)
