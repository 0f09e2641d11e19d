-- Each shop gets a clock. The shops close; nobody stops the clocks.
local ms = time.Millisecond

local function open_shop(name)
  local clock = time.NewTicker(10 * ms)
  go(function()
    for _ in range(clock.C) do
      work(ms / 10)
    end
  end)
  time.Sleep(25 * ms)
  fmt.Printf("%s closes, %d goroutines\n", name, runtime.NumGoroutine())
end

for _, name in ipairs({ "bakery", "butcher", "bookshop" }) do
  open_shop(name)
end
