local inbox = chan()
go(function()
  local balance = 0
  for m in range(inbox) do
    if m.op == "add" then
      balance = balance + m.n
      m.reply:send(balance)
    elseif m.op == "take" then
      if m.n > balance then
        m.reply:send("refused")
      else
        balance = balance - m.n
        m.reply:send(balance)
      end
    end
  end
end)
local function ask(op, n)
  local reply = chan()
  inbox:send { op = op, n = n, reply = reply }
  return (reply:recv())
end
fmt.Println(ask("add", 10), ask("take", 3), ask("take", 20), ask("add", 5))
local wg = sync.WaitGroup()
for _ = 1, 20 do
  wg:Go(function() ask("add", 1) end)
end
wg:Wait()
fmt.Println(ask("add", 0))
close(inbox)
