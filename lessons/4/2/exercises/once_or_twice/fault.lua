-- A flag in place of the Once: set before the water is hot.
local kettle = shared({ on = false }, "kettle")
local done = sync.WaitGroup()

local function boil()
  fmt.Println("boil")
end

local function guest()
  if not kettle.on then
    kettle.on = true
    runtime.Gosched()
    boil()
  end
  fmt.Println("drink")
  done:Done()
end

done:Add(2)
go(guest)
go(guest)
done:Wait()
