-- Counted by main and once more inside.
local all = sync.WaitGroup("all")

local function fetch(page)
  all:Add(1)
  fmt.Println("fetched " .. page)
  all:Done()
end

all:Add(2)
go(fetch, "a")
go(fetch, "b")
all:Wait()
fmt.Println("all fetched")
