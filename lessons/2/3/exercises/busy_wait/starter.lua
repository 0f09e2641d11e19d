local arrived = chan(0, "arrived")

go(function()
  time.Sleep(time.Millisecond)
  arrived:send("we have arrived")
end)

while true do
  local case, answer = select { recv(arrived), default() }
  if case == 1 then
    fmt.Println(answer)
    break
  end
end
