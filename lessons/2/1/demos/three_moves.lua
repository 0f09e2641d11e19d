-- Two processors and six jobs: four short, one that reads a disk, one long.
local ms = time.Millisecond
local jobs = sync.WaitGroup("jobs")

local function short()
  work(2 * ms)
  jobs:Done()
end

local function disk()
  syscall.Block(6 * ms)
  jobs:Done()
end

local function long()
  work(25 * ms)
  jobs:Done()
end

jobs:Add(6)
go(disk)
for _ = 1, 4 do
  go(short)
end
go(long)
jobs:Wait()
fmt.Println("six jobs done after", time.Now() // ms, "ms")
