-- Four ways to count votes: virtual ns for one vote, on 1 to 8 processors.
local votes = 4000

local function measure(procs, vote)
  runtime.GOMAXPROCS(procs)
  local done = sync.WaitGroup()
  local began = time.Now()
  for g = 1, procs do
    done:Add(1)
    go(function()
      for _ = 1, votes // procs do vote(g) end
      done:Done()
    end)
  end
  done:Wait()
  return time.Since(began) // votes
end

local function locked()
  local mu, n = sync.Mutex(), 0
  return function() mu:Lock() n = n + 1 mu:Unlock() end
end

local function retried()
  local n = atomic.Int64()
  return function()
    local seen = n:Load()
    while not n:CompareAndSwap(seen, seen + 1) do seen = n:Load() end
  end
end

local function added()
  local n = atomic.Int64()
  return function() n:Add(1) end
end

local function sharded()
  local own = {}
  for g = 1, 8 do own[g] = atomic.Int64() end
  return function(g) own[g]:Add(1) end
end

local ways = { { "mutex", locked }, { "CAS loop", retried },
               { "atomic add", added }, { "one each", sharded } }
fmt.Println("              1 P    2 P    4 P    8 P")
for _, way in ipairs(ways) do
  local line = fmt.Sprintf("%-11s", way[1])
  for _, procs in ipairs({ 1, 2, 4, 8 }) do
    line = line .. fmt.Sprintf(" %6d", measure(procs, way[2]()))
  end
  fmt.Println(line)
end
