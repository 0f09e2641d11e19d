-- A bakery: one order book, three ovens, one counter where it all comes out.
--
--   orders ----> oven 1, 2, 3 ----> tray ----> the counter (main)
--
-- Step through it with `step`, go back with `back`, ask `why 3` whenever a
-- goroutine stands still.

local ms = time.Millisecond
local menu = { "rye", "brioche", "baguette", "scone", "pretzel", "focaccia",
               "bagel", "croissant", "pita" }

local orders = chan(2, "orders")
local tray = chan(0, "tray")
local baking = sync.WaitGroup("baking")

local function take_orders()
  for number, bread in ipairs(menu) do
    orders:send({ number = number, bread = bread })
  end
  close(orders)
end

local function oven(name)
  local _ <close> = defer(baking.Done, baking)
  for order in range(orders) do
    time.Sleep((2 + #order.bread) * ms)
    order.oven = name
    tray:send(order)
  end
end

local function close_tray()
  baking:Wait()
  close(tray)
end

go(take_orders)
for name = 1, 3 do
  baking:Add(1)
  go(oven, name)
end
go(close_tray)

local opened, baked = time.Now(), { 0, 0, 0 }
fmt.Println("  time  order  bread       oven")
for order in range(tray) do
  local at = time.Since(opened) // ms
  fmt.Printf("%4dms  %5d  %-10s  %s\n", at, order.number, order.bread,
    string.rep("      ", order.oven - 1) .. "[" .. order.oven .. "]")
  baked[order.oven] = baked[order.oven] + 1
end
fmt.Printf("%d loaves in %dms; by oven: %d, %d and %d\n", #menu,
  time.Since(opened) // ms, baked[1], baked[2], baked[3])
