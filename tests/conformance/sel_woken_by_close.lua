local a, b, got = chan(), chan(), chan()
go(function()
  select {
    recv(a, function() got:send("a") end),
    recv(b, function(v, ok) got:send(fmt.Sprintf("b %v %t", v, ok)) end),
  }
end)
time.Sleep(30 * time.Millisecond)
close(b)
print((got:recv()))
