local closed, ready = chan(), chan(1)
close(closed)
local panics, received = 0, 0
for _ = 1, 1000 do
  ready:send(1)
  local ok, err = pcall(function()
    select {
      send(closed, 1),
      recv(ready, function() received = received + 1 end),
    }
  end)
  if not ok then
    panics = panics + 1
    ready:recv()
    if tostring(err) ~= "send on closed channel" then print(err) end
  end
end
print(panics + received, panics > 350 and panics < 650)
