local urgent, normal = chan(5), chan(5)
for i = 1, 4 do
  urgent:send("urgent " .. i)
  normal:send("normal " .. i)
end
for _ = 1, 8 do
  select {
    recv(urgent, function(v) print(v) end),
    default(function()
      select {
        recv(urgent, function(v) print(v) end),
        recv(normal, function(v) print(v) end),
      }
    end),
  }
end
