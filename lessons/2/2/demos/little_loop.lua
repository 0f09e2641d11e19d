-- A scheduler in a dozen lines: a queue, resume, and back to the tail.
local ready = {}

local function spawn(name, f)
  table.insert(ready, { name = name, co = coroutine.create(f) })
end

local function loop()
  while #ready > 0 do
    local task = table.remove(ready, 1)
    coroutine.resume(task.co)
    if coroutine.status(task.co) == "suspended" then
      table.insert(ready, task)
    else
      fmt.Println("   ", task.name, "has ended")
    end
  end
end

local function count(name, n)
  for i = 1, n do
    fmt.Println(name, i)
    coroutine.yield()
  end
end

spawn("one", function() count("one", 1) end)
spawn("two", function() count("two", 3) end)
spawn("three", function() count("three", 2) end)
loop()
