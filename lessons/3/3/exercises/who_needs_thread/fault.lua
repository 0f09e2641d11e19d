local ms = time.Millisecond
local inbox = chan(0, "inbox")

-- Nobody reads the disk.
local function disk()
  syscall.Block(5 * ms)
end

local function network()
  inbox:recv()
end

go(network)
go(network)
go(network)
go(network)
time.Sleep(ms)
print("who has a thread now?")
close(inbox)
time.Sleep(10 * ms)
