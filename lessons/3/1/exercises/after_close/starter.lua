local ch = chan(2)
ch:send(1)
ch:send(2)
close(ch)
for _ = 1, 3 do
  fmt.Println(ch:recv())
end
