local requests = chan()
go(function()
  for r in range(requests) do r.reply:send(r.n * r.n) end
end)
for i = 1, 5 do
  local reply = chan()
  requests:send { n = i, reply = reply }
  print(i, (reply:recv()))
end
close(requests)
