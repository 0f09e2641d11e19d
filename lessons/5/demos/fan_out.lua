-- One service: 99 calls of 100 take 5 to 10 ms, one takes 100 ms. A page needs
-- many such calls, all at once, and is ready when the last of them is.
local ms = time.Millisecond
local state = 3

local function random()
  state = state * 48271 % 2147483647
  return state / 2147483647
end

local function luck()
  if random() < 0.01 then return 100 * ms end
  return math.floor((5 + 5 * random()) * ms)
end

-- What a part of a page does; takes is for the first call and the second.
local function once(takes, calls)
  calls:Add(1)
  time.Sleep(takes[1])
end

-- Hedged: no answer after 12 ms, and the same question goes out once more.
-- Whichever answer is first counts.
local function hedged(takes, calls)
  local answer, patience = chan(2), time.NewTimer(12 * ms)
  local function ask(number)
    calls:Add(1)
    time.Sleep(takes[number])
    answer:send(true)
  end
  go(ask, 1)
  if select { recv(answer), recv(patience.C) } == 2 then
    go(ask, 2)
    answer:recv()
  end
  patience:Stop()
end

local function page(parts, ask, calls)
  local all, began = sync.WaitGroup(), time.Now()
  for _ = 1, parts do
    local takes = { luck(), luck() }
    all:Go(function() ask(takes, calls) end)
  end
  all:Wait()
  return time.Since(began)
end

local function measure(parts, ask)
  local times, slow, pages, calls = {}, 0, 250, atomic.Int64()
  state = 3
  for i = 1, pages do
    times[i] = page(parts, ask, calls)
    if times[i] >= 50 * ms then slow = slow + 1 end
  end
  table.sort(times)
  local function at(percent) return times[pages * percent // 100] // ms end
  local bar = slow < 10 and "" or "  " .. string.rep("#", slow // 10)
  fmt.Printf("%5d  %3d ms  %3d ms  %3d ms  %5.1f %%  %5.1f%s\n", parts,
    at(50), at(90), at(99), 100 * slow / pages, calls:Load() / pages, bar)
end

fmt.Println("parts  median    90 %    99 %     slow  calls")
for _, parts in ipairs({ 1, 10, 50, 69 }) do measure(parts, once) end
fmt.Println("hedged after 12 ms")
for _, parts in ipairs({ 1, 50 }) do measure(parts, hedged) end
