-- The same twelve workers in one house, or dealt out to three services. Work
-- comes at random times and takes 10 ms on average; of ten requests seven are
-- for the stock, two for the bank, one for the reviews.
local ms, second = time.Millisecond, time.Second
local state = 1

local function random()
  state = state * 48271 % 2147483647
  return state / 2147483647
end

local function about(mean)
  return math.floor(-mean * math.log(random()))
end

local function which()
  local luck = random()
  return luck < 0.7 and "stock" or luck < 0.9 and "bank" or "reviews"
end

local function one_pool()
  local pool = chan(12)
  return { stock = pool, bank = pool, reviews = pool }, 0
end

local function services(stock, bank, reviews)
  return function()
    return { stock = chan(stock), bank = chan(bank),
             reviews = chan(reviews) }, 4 * ms
  end
end

-- The median and the 99th percentile of 1000 requests, rate a second.
local function measure(build, rate)
  local pools, way = build()
  local times, requests = {}, sync.WaitGroup()
  state = 1
  for i = 1, 1000 do
    local pool, takes = pools[which()], about(10 * ms)
    requests:Go(function()
      local arrived = time.Now()
      time.Sleep(way)
      pool:send(true)
      time.Sleep(takes)
      pool:recv()
      times[i] = time.Since(arrived)
    end)
    time.Sleep(about(second // rate))
  end
  requests:Wait()
  table.sort(times)
  return times[500] // ms, times[990] // ms
end

local function report(name, build)
  fmt.Println(name)
  for _, rate in ipairs({ 200, 400, 600, 800, 1000 }) do
    local median, p99 = measure(build, rate)
    fmt.Printf("  %4d/s  %4d ms  %4d ms  %s\n", rate, median, p99,
      string.rep("#", p99 // 20))
  end
end

fmt.Println("          median     99 %")
report("monolith, one pool of 12", one_pool)
report("services, 4 + 4 + 4", services(4, 4, 4))
report("services, 8 + 2 + 2", services(8, 2, 2))
