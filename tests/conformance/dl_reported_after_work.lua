local results = chan()
go(function()
  for i = 1, 3 do
    work(2 * time.Millisecond)
    results:send(i)
  end
  chan():send("nobody takes this")
end)
for _ = 1, 4 do print((results:recv())) end
