local c = chan(3)
for i = 1, 3 do c:send(i * 10) end
close(c)
for _ = 1, 5 do
  select { recv(c, function(v, ok) fmt.Println(v or 0, ok, #c) end) }
end
