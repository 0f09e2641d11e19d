-- get and put are both safe. Is the booking?
local mu = sync.Mutex("mu")
local seats = shared({}, "seats")
local sold = atomic.Int64(0)
local done = sync.WaitGroup("done")

local function get(key)
  mu:Lock()
  local v = seats[key]
  mu:Unlock()
  return v
end

local function put(key, v)
  mu:Lock()
  seats[key] = v
  mu:Unlock()
end

local function book(name)
  if get("12A") == nil then
    put("12A", name)
    sold:Add(1)
  end
  done:Done()
end

done:Add(2)
go(book, "Ada")
go(book, "Bob")
done:Wait()
fmt.Println("12A was sold", sold:Load(), "times")
