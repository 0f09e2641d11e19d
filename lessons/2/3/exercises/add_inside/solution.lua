local all = sync.WaitGroup("all")

local function fetch(page)
  local _ <close> = defer(all.Done, all)
  fmt.Println("fetched " .. page)
end

all:Add(1)
go(fetch, "a")
all:Add(1)
go(fetch, "b")
all:Wait()
fmt.Println("all fetched")
