local ch = chan(3, "ch")
local returned = 0

go(function()
  for n = 1, 4 do
    ch:send(n)
    returned = returned + 1
  end
end)

time.Sleep(time.Millisecond)
fmt.Println(returned, "sends have returned")
for _ = 1, 4 do
  ch:recv()
end
