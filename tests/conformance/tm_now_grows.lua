local last, back = time.Now(), 0
for _ = 1, 200 do
  local t = time.Now()
  if t < last then back = back + 1 end
  last = t
end
local a = time.Now()
time.Sleep(30 * time.Millisecond)
local b = time.Now()
print("back", back)
print(b - a >= 30 * time.Millisecond, time.Since(a) >= b - a)
