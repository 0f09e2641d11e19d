local ping, pong, done = chan(), chan(), chan()
go(function()
  runtime.LockOSThread()
  for v in range(ping) do pong:send(v * 2) end
  runtime.UnlockOSThread()
  close(done)
end)
runtime.LockOSThread()
runtime.LockOSThread()
local sum = 0
for i = 1, 20 do
  ping:send(i)
  sum = sum + pong:recv()
end
close(ping)
done:recv()
runtime.UnlockOSThread()
runtime.UnlockOSThread()
runtime.UnlockOSThread()
print("sum", sum)
