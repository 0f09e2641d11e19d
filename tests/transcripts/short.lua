local done = chan(0, "done")
go(function() done:send(1) end)
done:recv()
for i = 1, 4 do time.Sleep(1000) end
