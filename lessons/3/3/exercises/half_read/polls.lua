local ready = chan(2, "ready")
local socket = { [3] = chan(3, "fd3"), [4] = chan(3, "fd4") }

-- A burst of messages; the edge is reported once.
local function client(fd, ...)
  for _, word in ipairs({ ... }) do
    socket[fd]:send(word)
  end
  ready:send(fd)
end

-- The next message, or nil if there is none now (EAGAIN).
local function read(fd)
  local case, word = select { recv(socket[fd]), default() }
  if case == 1 then return word end
end

go(client, 3, "a", "b", "c")
go(client, 4, "d", "e")

local got = 0
while got < 5 do
  for fd = 3, 4 do
    local word = read(fd)
    if word then
      fmt.Println(word)
      got = got + 1
    end
  end
end
fmt.Println("five messages")
