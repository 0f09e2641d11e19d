local ms = time.Millisecond
local function ask(delay)
  local answer = chan(1)
  go(function()
    time.Sleep(delay)
    answer:send("answer")
  end)
  select {
    recv(answer, function(v) print(v) end),
    recv(time.After(60 * ms), function() print("timeout") end),
  }
end
ask(10 * ms)
ask(200 * ms)
ask(0)
