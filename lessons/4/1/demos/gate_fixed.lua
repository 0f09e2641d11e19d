-- The same gate with one place: nobody passes who has not waited for the last.
local gate = chan(1, "gate")
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
