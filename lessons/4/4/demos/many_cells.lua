-- Counting with one atomic, or with several cells that are added up
-- when somebody asks: additions in a microsecond, on 16 processors.
local additions = 8000

local function adder(n)
  local cells = {}
  for i = 1, n do cells[i] = atomic.Int64() end
  local function add(g) cells[g % n + 1]:Add(1) end
  local function sum()
    local total = 0
    for i = 1, n do total = total + cells[i]:Load() end
    return total
  end
  return add, sum
end

-- How many additions in a microsecond; how long the sum takes, in ns.
local function measure(goroutines, add, sum)
  local done = sync.WaitGroup()
  local began = time.Now()
  for g = 1, goroutines do
    done:Add(1)
    go(function()
      for _ = 1, additions // goroutines do add(g) end
      done:Done()
    end)
  end
  done:Wait()
  local ended = time.Now()
  assert(sum() == additions)
  local rate = additions * time.Microsecond // (ended - began)
  return rate, time.Since(ended)
end

-- A star is 20 additions in a microsecond.
runtime.GOMAXPROCS(16)
for _, cells in ipairs({ 1, 4, 16 }) do
  fmt.Printf("cells: %d\n", cells)
  for _, n in ipairs({ 1, 2, 4, 8, 16 }) do
    local rate, ns = measure(n, adder(cells))
    fmt.Printf("%4d goroutines  sum: %3d ns  %4d %s\n", n, ns, rate,
      string.rep("*", rate // 20))
  end
end
