local ms = time.Millisecond
local left = sync.WaitGroup()
local worst = 0

local function clock()
  for _ = 1, 5 do
    local began = time.Now()
    time.Sleep(2 * ms)
    worst = math.max(worst, time.Since(began) - 2 * ms)
  end
  left:Done()
end

local function reader()
  syscall.Block(20 * ms)
  left:Done()
end

local function thinker()
  for _ = 1, 20 do
    work(ms)
    runtime.Gosched()
  end
  left:Done()
end

local function dreamer()
  time.Sleep(20 * ms)
  left:Done()
end

left:Add(4)
go(clock)
go(reader)
go(thinker)
go(dreamer)
left:Wait()
fmt.Println(worst > 3 * ms and "late" or "on time")
