local ms = time.Millisecond
local c, log = chan(), chan(10)
for i = 1, 4 do
  go(function()
    local v, ok = c:recv()
    log:send(fmt.Sprintf("receiver %d got %v %t", i, v, ok))
  end)
  time.Sleep(25 * ms)
end
c:send("a")
time.Sleep(25 * ms)
c:send("b")
time.Sleep(25 * ms)
c:send("c")
time.Sleep(25 * ms)
close(c)
for _ = 1, 4 do print((log:recv())) end
