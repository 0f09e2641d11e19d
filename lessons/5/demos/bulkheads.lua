-- A shop with three kinds of pages. Each asks something outside: the stock,
-- the bank, the reviews. From 0.5 s to 1.5 s the reviews take 2 s, not 10 ms.
local ms, second = time.Millisecond, time.Second
local kinds = { "stock", "bank", "reviews" }
local patience = 250 * ms

local function ask(kind, began)
  local now = time.Since(began)
  local sick = now >= 500 * ms and now < 1500 * ms
  time.Sleep(kind == "reviews" and sick and 2 * second or 10 * ms)
end

-- A page: a worker out of the pool for its kind, or no answer at all. Between
-- two services the message takes 1 ms each way.
local function page(house, kind, began)
  local ctx, cancel = context.WithTimeout(context.Background(), patience)
  local _ <close> = defer(cancel)
  time.Sleep(house.hops * 2 * ms)
  local pool = house.pools[kind]
  if select { send(pool, true), recv(ctx:Done()) } == 2 then return end
  ask(kind, began)
  pool:recv()
end

local function one_pool(size)
  local pool = chan(size, "all pages")
  return { stock = pool, bank = pool, reviews = pool }
end

local function own_pools(size)
  return { stock = chan(size, "stock"), bank = chan(size, "bank"),
           reviews = chan(size, "reviews") }
end

-- 300 pages a second for 4 s, by the clock: how long each took.
local function measure(house)
  local began, pages, took = time.Now(), sync.WaitGroup("pages"), {}
  for i = 0, 1199 do
    pages:Go(function()
      local arrived = time.Now()
      page(house, kinds[i % 3 + 1], began)
      took[i] = time.Since(arrived)
    end)
    time.Sleep(second // 300)
  end
  pages:Wait()
  return took
end

-- Only the pages that need no reviews: 100 in each half second.
local function report(name, house)
  local took, times, row, good = measure(house), {}, "", 0
  for half = 0, 7 do
    local now = 0
    for i = half * 150, half * 150 + 149 do
      if kinds[i % 3 + 1] ~= "reviews" then
        times[#times + 1] = took[i]
        now = now + (took[i] < patience and 1 or 0)
      end
    end
    good = good + now
    row = row .. fmt.Sprintf(" %3d", now)
  end
  table.sort(times)
  fmt.Printf("%-18s%s  %3d %%  %3d ms  %3d ms\n", name, row, good // 8,
    times[400] // ms, times[792] // ms)
end

fmt.Println("                  in time, each half second            median    99 %")
report("monolith, one pool", { hops = 0, pools = one_pool(30) })
report("monolith, 3 pools", { hops = 0, pools = own_pools(10) })
report("services, one pool", { hops = 2, pools = one_pool(30) })
report("services, 3 pools", { hops = 2, pools = own_pools(10) })
