local ms = time.Millisecond
local pending = chan(4)
go(function()
  for i = 1, 12 do
    local result = chan(1)
    pending:send(result)
    go(function()
      time.Sleep(i * 7 % 5 * 3 * ms)
      result:send(fmt.Sprintf("job %d", i))
    end)
  end
  close(pending)
end)
for r in range(pending) do print((r:recv())) end
