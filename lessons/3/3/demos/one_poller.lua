-- The same four readers, and one goroutine that waits in the kernel for all.
local ms = time.Millisecond
local got = sync.WaitGroup("got")
local parked = {} -- by descriptor: where its reader waits

local function reader(fd)
  parked[fd]:recv() -- looks like a blocking read, and is a channel
  got:Done()
end

-- epoll_wait: in the kernel until a message comes; for which descriptor?
local function epoll_wait(fd)
  syscall.Block(10 * ms)
  return fd
end

local function netpoll()
  for next = 3, 6 do
    local fd = epoll_wait(next)
    parked[fd]:send("ready")
  end
end

for fd = 3, 6 do
  parked[fd] = chan(0, "fd" .. fd)
  got:Add(1)
  go(reader, fd)
end
go(netpoll)
got:Wait()
fmt.Println("four messages after", time.Now() // ms, "ms")
