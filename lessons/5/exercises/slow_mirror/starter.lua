local mirror = chan(1, "mirror")   -- copies on their way to the new version
local hangs = chan(0, "hangs")     -- closed when it answers again
local copied = chan(1, "copied")
local clients = sync.WaitGroup("clients")

local function copier()
  local number = 0
  for _ in range(mirror) do
    hangs:recv() -- the new version looks at the copy
    number = number + 1
  end
  copied:send(number)
end

local function handle(id)
  mirror:send(id)
  fmt.Println("answer", id)
  clients:Done()
end

go(copier)
clients:Add(cap(mirror) + 2)
for id = 1, cap(mirror) + 2 do go(handle, id) end
clients:Wait()
close(mirror)
close(hangs) -- only now
fmt.Println(copied:recv() > 0 and "some were mirrored" or "none was mirrored")
