local c, dropped = chan(3), 0
for i = 1, 10 do
  local sent = false
  while not sent do
    select {
      send(c, i, function() sent = true end),
      default(function()
        select { recv(c, function() dropped = dropped + 1 end), default() }
      end),
    }
  end
end
close(c)
for v in range(c) do print(v) end
print("dropped", dropped)
