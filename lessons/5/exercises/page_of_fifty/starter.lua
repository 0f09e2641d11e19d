local ms = time.Millisecond
local parts, pages, slow = 50, 500, 0
local state = 42

-- One call of a hundred is slow, by chance.
local function call()
  state = state * 48271 % 2147483647
  time.Sleep(state / 2147483647 < 0.01 and 500 * ms or 5 * ms)
end

for _ = 1, pages do
  local began, all = time.Now(), sync.WaitGroup()
  for _ = 1, parts do all:Go(call) end
  all:Wait()
  if time.Since(began) >= 500 * ms then slow = slow + 1 end
end
fmt.Println("slow pages of 100:", 100 * slow // pages)
