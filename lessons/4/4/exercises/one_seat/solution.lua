local mu = sync.Mutex("mu")
local seats = shared({}, "seats")
local sold = atomic.Int64(0)
local done = sync.WaitGroup("done")

local function put_if_absent(key, v)
  mu:Lock()
  local absent = seats[key] == nil
  if absent then seats[key] = v end
  mu:Unlock()
  return absent
end

local function book(name)
  if put_if_absent("12A", name) then
    sold:Add(1)
  end
  done:Done()
end

done:Add(2)
go(book, "Ada")
go(book, "Bob")
done:Wait()
fmt.Println("12A was sold", sold:Load(), "times")
