-- Give every task its turns, until all have ended.
local function run(tasks)
  local ready = {}
  for _, task in ipairs(tasks) do
    table.insert(ready, coroutine.create(task))
  end
  while #ready > 0 do
    for i, co in ipairs(ready) do
      coroutine.resume(co)
      if coroutine.status(co) == "dead" then
        table.remove(ready, i)
      end
    end
  end
end

local function counter(name, n)
  return function()
    for i = 1, n do
      fmt.Println(name, i)
      coroutine.yield()
    end
  end
end

run({ counter("a", 2), counter("b", 1), counter("c", 3) })
