-- A little epoll: the ready list is a channel, and a reader takes 2 bytes.
local ready = chan(4, "ready")
local bytes = {} -- by descriptor: how many lie there unread

-- A packet comes in: the driver puts its descriptor into the ready list.
local function packet(fd, n)
  bytes[fd] = (bytes[fd] or 0) + n
  ready:send(fd)
end

-- The next descriptor that is ready; nil if the list is empty.
local function epoll_wait(level)
  while true do
    local case, fd = select { recv(ready), default() }
    if case == 2 then return nil end
    if bytes[fd] > 0 then
      if level then ready:send(fd) end
      return fd
    end
  end
end

local function serve(level)
  local waits = 0
  for fd in epoll_wait, level do
    waits = waits + 1
    bytes[fd] = bytes[fd] - math.min(2, bytes[fd])
  end
  return waits
end

packet(3, 5)
local waits = serve(true)
fmt.Println("level:", waits, "waits, bytes left:", bytes[3])

packet(4, 5)
waits = serve(false)
fmt.Println("edge: ", waits, "wait, bytes left:", bytes[4])
packet(4, 1)
waits = serve(false)
fmt.Println("edge, one more packet: bytes left:", bytes[4])
