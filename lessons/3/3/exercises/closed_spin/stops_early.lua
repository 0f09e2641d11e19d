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

local sum, open = 0, { true, true }
while open[1] and open[2] do
  local case, n, ok = select { recv(quick), recv(slow) }
  if ok then
    sum = sum + n
  else
    open[case] = false
  end
end
fmt.Println("sum", sum)
