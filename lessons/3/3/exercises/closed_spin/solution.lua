local quick, slow = chan(0, "quick"), chan(0, "slow")

go(function()
  quick:send(1)
  close(quick)
end)
go(function()
  time.Sleep(time.Millisecond)
  slow:send(2)
  slow:send(3)
  close(slow)
end)

local sum, a, b = 0, quick, slow
while a ~= nil or b ~= nil do
  local case, n, ok = select { recv(a), recv(b) }
  if ok then
    sum = sum + n
  elseif case == 1 then
    a = nil
  else
    b = nil
  end
end
fmt.Println("sum", sum)
