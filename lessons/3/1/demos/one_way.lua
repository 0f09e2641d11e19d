-- Each function gets only the end of the pipe that it needs.
local function fill(out)
  for n = 1, 3 do
    out:send(n)
  end
  close(out)
end

local function drain(inp)
  local sum = 0
  for n in range(inp) do
    sum = sum + n
  end
  return sum
end

local pipe = chan(0, "pipe")
go(fill, sendonly(pipe))
fmt.Println("sum:", drain(recvonly(pipe)))

local function try(f)
  local _, message = pcall(f)
  fmt.Println("refused:", tostring(message):match("cannot.*"))
end

try(function() sendonly(pipe):recv() end)
try(function() recvonly(pipe):send(4) end)
try(function() close(recvonly(pipe)) end)
fmt.Println("same channel:", recvonly(pipe) == pipe)
