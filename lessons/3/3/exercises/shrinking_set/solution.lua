local network = chan(2, "network")
local inbox = {} -- by descriptor: what has come for it

local function client(fd, word)
  network:send({ fd = fd, word = word })
end

-- As the system call: wait until one of the set can be read, and leave only
-- those in the set that can.
local function posix_select(set)
  while not (set[3] and inbox[3] or set[4] and inbox[4]) do
    local packet = network:recv()
    inbox[packet.fd] = packet.word
  end
  for fd = 3, 4 do
    if not inbox[fd] then set[fd] = nil end
  end
end

local function read(fd)
  local word = inbox[fd]
  inbox[fd] = nil
  return word
end

go(client, 3, "hello")
go(client, 4, "good day")

local count = 0
while count < 2 do
  local set = { [3] = true, [4] = true }
  posix_select(set)
  for fd = 3, 4 do
    if set[fd] then
      fmt.Println(fd, "says", read(fd))
      count = count + 1
    end
  end
end
