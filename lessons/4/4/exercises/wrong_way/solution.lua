-- When the map is full, it grows. For that it takes all stripes,
-- in order.
local ms = time.Millisecond
local mu = { sync.Mutex("s1"), sync.Mutex("s2") }
local done = sync.WaitGroup("done")

local function grow()
  mu[1]:Lock()
  time.Sleep(ms)
  mu[2]:Lock()
  mu[2]:Unlock()
  mu[1]:Unlock()
end

local function tidy()
  grow()
  done:Done()
end

local function put()
  mu[2]:Lock()
  time.Sleep(ms) -- the new entry is written, and now the map is full
  mu[2]:Unlock()
  grow()
  done:Done()
end

done:Add(2)
go(tidy)
go(put)
done:Wait()
fmt.Println("done")
