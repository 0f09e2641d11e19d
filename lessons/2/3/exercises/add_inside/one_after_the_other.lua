local all = sync.WaitGroup("all")

local function fetch(page)
  all:Add(1)
  fmt.Println("fetched " .. page)
  all:Done()
end

fetch("a")
fetch("b")
all:Wait()
fmt.Println("all fetched")
