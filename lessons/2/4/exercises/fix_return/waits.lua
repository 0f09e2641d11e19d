-- Waits for the late answer after all, and prints it too.
local ms = time.Millisecond
local reply = chan(0, "reply")

go(function()
  time.Sleep(5 * ms)
  reply:send(42)
end)

local case, number = select { recv(reply), recv(time.After(20 * ms)) }
if case ~= 1 then
  fmt.Println("too slow")
  number = reply:recv()
end
fmt.Println("the answer is", number)
