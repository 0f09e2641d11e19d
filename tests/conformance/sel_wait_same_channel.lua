local first, second = 0, 0
for _ = 1, 200 do
  local ch, taken = chan(), chan()
  go(function()
    taken:send((select { recv(ch), recv(ch) }))
  end)
  ch:send(0)
  if taken:recv() == 1 then first = first + 1 else second = second + 1 end
  go(function() ch:send(ch:recv() + 1) end)
  select { send(ch, 10), send(ch, 20) }
  if ch:recv() == 11 then first = first + 1 else second = second + 1 end
end
fmt.Println(first > 100, second > 100, first + second)
