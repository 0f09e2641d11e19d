local turn = { chan(), chan(), chan() }
local done = chan()
for _, i in ipairs { 3, 1, 2 } do
  go(function()
    for round = 1, 3 do
      turn[i]:recv()
      print("round", round, "goroutine", i)
      if i < 3 then turn[i + 1]:send(true) elseif round < 3 then turn[1]:send(true) else close(done) end
    end
  end)
end
turn[1]:send(true)
done:recv()
