local queue = chan(0, "queue")

go(function()
  for n = 1, 4 do
    queue:send(n)
  end
  close(queue)
end)

local sum = 0
for n in range(queue) do
  sum = sum + n
end
fmt.Println(sum)
