-- A service under load, and what each improvement does to it. All that is
-- limited is a channel with slots: a processor, the line, the database.
local ms, second = time.Millisecond, time.Second
local state = 1

local function random()
  state = state * 48271 % 2147483647
  return state / 2147483647
end

local function use(slots, takes)
  slots:send(true)
  time.Sleep(takes)
  slots:recv()
end

-- Two servers of two processors, one line of 100 Mbit/s, and a database that
-- works at 8 queries at once and suffers from every connection beyond 16.
local function machines()
  return { cpu = { chan(2), chan(2) }, line = chan(1), database = chan(8),
           pool = chan(8), open = atomic.Int64(), queries = atomic.Int64(),
           cache = sync.Map(), flights = singleflight.New() }
end

local function query(m, with)
  local takes = 10 * ms
  if with.pool then
    m.pool:send(true)
  elseif not with.held then
    local too_many = math.max(0, m.open:Add(1) - 16)
    takes = 5 * ms + takes + takes * too_many // 200
  end
  m.queries:Add(1)
  use(m.database, takes)
  if with.pool then
    m.pool:recv()
  elseif not with.held then
    m.open:Add(-1)
  end
end

-- The body of a page in bytes, ready to be sent.
local function make(m, with, cpu)
  query(m, with)
  if not with.gzip then return 60000 end
  use(cpu, 2 * ms)
  return 12000
end

local function body(m, with, cpu, page)
  if not with.cache then return make(m, with, cpu) end
  local kept = m.cache:Load(page)
  if kept and time.Since(kept.at) < 500 * ms then return kept.size end
  local function renew()
    local size = make(m, with, cpu)
    m.cache:Store(page, { at = time.Now(), size = size })
    return size, nil
  end
  if not with.flight then return (renew()) end
  return (m.flights:Do(page, renew))
end

local function handle(m, with, cpu, page)
  if with.held then m.pool:send(true) end
  use(cpu, 1 * ms)
  local size = body(m, with, cpu, page)
  if with.held then m.pool:recv() end
  use(m.line, size * 80) -- 80 ns a byte
end

-- Open loop: they arrive when they arrive, however slow the answers are.
local function measure(with, rate, count)
  local m, times, requests = machines(), {}, sync.WaitGroup()
  state = 1
  local began = time.Now()
  for i = 1, count do
    local page = math.floor(100 * random() ^ 3) -- some are asked for more
    requests:Go(function()
      local arrived = time.Now()
      handle(m, with, m.cpu[i % 2 + 1], page) -- the balancer: in turn
      times[i] = time.Since(arrived)
    end)
    time.Sleep(math.floor(-second / rate * math.log(random())))
  end
  requests:Wait()
  local took = time.Since(began)
  table.sort(times)
  return count * second // took, times[count // 2] // ms,
    times[count * 99 // 100] // ms, m.queries:Load()
end

local steps = {
  { "plain" },
  { "pool only", pool = true },
  { "gzip only", gzip = true },
  { "gzip, pool held", gzip = true, held = true },
  { "gzip, pool", gzip = true, pool = true },
  { "and a cache", gzip = true, pool = true, cache = true },
  { "and one flight", gzip = true, pool = true, cache = true, flight = true },
}

fmt.Println("at 1000/s       answered   median     99 %  queries")
for _, with in ipairs(steps) do
  local rate, median, p99, queries = measure(with, 1000, 1000)
  fmt.Printf("%-15s  %5d/s  %4d ms  %4d ms  %7d  %s\n", with[1], rate, median,
    p99, queries, string.rep("#", rate // 50))
end

fmt.Println("\n99 % at           100/s    200/s    400/s    600/s    800/s")
for _, with in ipairs(steps) do
  local row = fmt.Sprintf("%-15s", with[1])
  for _, rate in ipairs({ 100, 200, 400, 600, 800 }) do
    local _, _, p99 = measure(with, rate, rate)
    row = row .. fmt.Sprintf("%6d ms", p99)
  end
  fmt.Println(row)
end
