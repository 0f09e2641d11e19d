local ms = time.Millisecond
local inbox = chan(0, "inbox")

local function disk()
  syscall.Block(5 * ms)
end

local function network()
  inbox:recv()
end

go(disk)
go(network)
go(disk)
go(network)
time.Sleep(ms)
print("who has a thread now?")
close(inbox)
time.Sleep(10 * ms)
