-- Four readers; each waits in a system call of its own.
local ms = time.Millisecond
local got = sync.WaitGroup("got")

local function reader(n)
  syscall.Block(10 * n * ms) -- read(fd), for so long
  got:Done()
end

for n = 1, 4 do
  got:Add(1)
  go(reader, n)
end
got:Wait()
fmt.Println("four messages after", time.Now() // ms, "ms")
