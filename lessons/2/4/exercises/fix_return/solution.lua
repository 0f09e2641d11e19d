local ms = time.Millisecond
local reply = chan(1, "reply")

go(function()
  time.Sleep(5 * ms)
  reply:send(42)
end)

local case, number = select { recv(reply), recv(time.After(20 * ms)) }
if case == 1 then
  fmt.Println("the answer is", number)
else
  fmt.Println("too slow")
end
