local function first(n)
  local c = chan()
  for i = 1, n do
    go(function() c:send(i) end)
  end
  local v = c:recv()
  return v >= 1 and v <= n
end
print(first(5))
time.Sleep(20 * time.Millisecond)
print("goroutines", runtime.NumGoroutine())
