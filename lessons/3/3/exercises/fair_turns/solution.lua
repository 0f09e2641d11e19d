local ready = chan(4, "ready")
local socket = { [3] = chan(40, "fd3"), [4] = chan(40, "fd4") }

-- The next message, or nil if there is none now (EAGAIN).
local function read(fd)
  local case, word = select { recv(socket[fd]), default() }
  if case == 1 then return word end
end

-- Serve n messages. How many were served before the alarm?
local function serve(n)
  local served, before = 0, 0
  while served < n do
    local fd = ready:recv()
    for turn = 1, 8 do
      local word = read(fd)
      if word == nil then break end
      if word == "fire!" then before = served end
      served = served + 1
      if turn == 8 then ready:send(fd) end
    end
  end
  return before
end

local function try(chatty, quiet)
  for n = 1, 40 do
    socket[chatty]:send("chatter " .. n)
  end
  socket[quiet]:send("fire!")
  ready:send(chatty)
  ready:send(quiet)
  fmt.Println("at most 8 went first:", serve(41) <= 8)
end

try(3, 4)
