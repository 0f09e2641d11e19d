-- Two stripes: tea lies in the first, salt in the second.
local mu = { sync.Mutex("s1"), sync.Mutex("s2") }
local keys = { "tea", "salt" }
local small = shared({ tea = 0, salt = 0 }, "small")
local big = shared({ tea = 0, salt = 0 }, "big")
local map = shared({ table = small }, "map")
local done = sync.WaitGroup("done")

local function put(i, v)
  local t = map.table
  mu[i]:Lock()
  t[keys[i]] = v
  mu[i]:Unlock()
  done:Done()
end

local function grow()
  for i = 1, 2 do mu[i]:Lock() end
  for i = 1, 2 do
    big[keys[i]] = small[keys[i]]
  end
  map.table = big
  for i = 1, 2 do mu[i]:Unlock() end
end

done:Add(2)
go(put, 1, 7)
go(put, 2, 3)
grow()
done:Wait()
fmt.Println("tea", map.table.tea, "salt", map.table.salt)
