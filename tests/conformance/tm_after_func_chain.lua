local ms = time.Millisecond
local start, done, n = time.Now(), chan(), 0
local function again()
  n = n + 1
  print("step", n, time.Since(start) // (20 * ms) >= n)
  if n < 4 then time.AfterFunc(20 * ms, again) else close(done) end
end
time.AfterFunc(20 * ms, again)
done:recv()
print("done", n)
