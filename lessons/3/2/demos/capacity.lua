-- One sender, one receiver, 2000 values; how fast, for which capacity?
-- One processor, so that only the cost of switching is measured.
local items = 2000

local function measure(capacity)
  local ch, waited = chan(capacity), 0
  go(function()
    for _ = 1, items do ch:send(time.Now()) end
    close(ch)
  end)
  local began = time.Now()
  for sent in range(ch) do
    waited = waited + time.Since(sent)
  end
  return time.Since(began) // items, waited // items
end

runtime.GOMAXPROCS(1)
fmt.Println("capacity  ns a value  in the channel")
local first
for _, capacity in ipairs({ 0, 1, 2, 4, 8, 16, 64, 256, 1024 }) do
  local each, inside = measure(capacity)
  first = first or each
  fmt.Printf("%8d  %10d  %11dns  %s\n", capacity, each, inside,
    string.rep("#", 10 * first // each))
end
