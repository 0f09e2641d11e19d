-- Timers, a select that leaves it to chance, output on both streams.
local tick = time.NewTicker(2 * time.Millisecond)
local left, right = chan(1, "left"), chan(1, "right")
answers = {}
left:send("l")
right:send("r")
for i = 1, 2 do
  local k, v = select { recv(left), recv(right) }
  answers[i] = v
end
println("to standard error")
tick.C:recv()
print(table.concat(answers, " "))
tick:Stop()
