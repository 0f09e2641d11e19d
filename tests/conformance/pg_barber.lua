local ms = time.Millisecond
local chairs, served, left = chan(3), 0, 0
local done = chan()
go(function()
  for customer in range(chairs) do
    time.Sleep(10 * ms)
    served = served + 1
    close(customer)
  end
  close(done)
end)
-- seven come at once while the barber is busy with the first: three sit down, the others leave
local first = chan()
chairs:send(first)
time.Sleep(5 * ms)
for _ = 1, 6 do
  local me = chan()
  select { send(chairs, me), default(function() left = left + 1 end) }
end
first:recv()
time.Sleep(60 * ms)
close(chairs)
done:recv()
print("served", served, "left", left)
