-- Not closed: the third receive waits.
local ch = chan(2)
ch:send(1)
ch:send(2)
for _ = 1, 3 do
  fmt.Println(ch:recv())
end
