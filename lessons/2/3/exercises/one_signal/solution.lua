local bell = chan(0, "bell")
local working = sync.WaitGroup("working")

local function worker(name)
  bell:recv()
  fmt.Println(name .. " goes home")
  working:Done()
end

working:Add(2)
go(worker, "Ada")
go(worker, "Ben")
close(bell)
working:Wait()
fmt.Println("lights out")
