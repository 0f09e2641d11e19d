local t = time.NewTicker(20 * time.Millisecond)
time.Sleep(210 * time.Millisecond)
t:Reset(time.Hour)
t:Stop()
local n = 0
t:Reset(20 * time.Millisecond)
time.Sleep(110 * time.Millisecond)
local more = true
while more do
  select {
    recv(t.C, function() n = n + 1 end),
    default(function() more = false end),
  }
end
print("pending", n)
