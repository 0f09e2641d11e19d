local c = chan()
select {
  send(c, 1, function() print("sent") end),
  recv(c, function() print("received") end),
  default(function() print("alone") end),
}
local results = chan(2)
for i = 1, 2 do
  go(function()
    select {
      send(c, i, function() results:send("one sent") end),
      recv(c, function(v) results:send(v == 3 - i and "one received the other's" or "wrong") end),
    }
  end)
end
local lines = { (results:recv()), (results:recv()) }
table.sort(lines)
print(lines[1])
print(lines[2])
