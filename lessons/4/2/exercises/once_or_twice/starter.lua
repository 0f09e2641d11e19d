local once = sync.Once()
local done = sync.WaitGroup()

local function boil()
  fmt.Println("boil")
end

local function guest()
  once:Do(boil)
  fmt.Println("drink")
  done:Done()
end

done:Add(2)
go(guest)
go(guest)
done:Wait()
