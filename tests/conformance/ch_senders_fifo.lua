local c = chan(1)
for i = 1, 5 do
  go(function() c:send(i) end)
  time.Sleep(25 * time.Millisecond)
end
for _ = 1, 5 do print((c:recv())) end
