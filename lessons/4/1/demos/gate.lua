-- A buffered channel as a gate: a send takes a place, a receive frees it.
local gate = chan(2, "gate")
local meter = shared({ n = 0 }, "meter")
local all = sync.WaitGroup("all")

local function visitor()
  gate:send("in")
  meter.n = meter.n + 1
  gate:recv()
  all:Done()
end

all:Add(2)
go(visitor)
go(visitor)
all:Wait()
fmt.Println("visitors:", meter.n)
