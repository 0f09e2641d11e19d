local ms = time.Millisecond
for _, n in ipairs { 0, 1 } do
  local c = chan(n)
  go(function()
    time.Sleep(60 * ms)
    c:recv()
  end)
  local start = time.Now()
  c:send("x")
  print("capacity", n, "waited", time.Since(start) >= 50 * ms)
end
