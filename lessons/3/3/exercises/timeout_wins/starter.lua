local ms = time.Millisecond
local answer = chan(1, "answer")

go(function()
  time.Sleep(10 * ms)
  answer:send("forty-two")
end)

local case, text = select { recv(answer), recv(time.After(50 * ms)) }
fmt.Println(case == 1 and text or "gave up")
