-- The map moves from a small table into a big one, without any lock.
local small = shared({ tea = 7 }, "small")
local big = shared({}, "big")
local map = shared({ table = small }, "map")
local done = sync.WaitGroup("done")

local function put(key, v)
  local t = map.table
  t[key] = v
  done:Done()
end

local function grow()
  for key, v in pairs(small) do
    big[key] = v
  end
  map.table = big
  done:Done()
end

done:Add(2)
go(put, "salt", 3)
go(grow)
done:Wait()
fmt.Println("salt:", map.table.salt)
