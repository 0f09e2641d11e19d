-- Give every task its turns, until all have ended.
local function run(tasks)
  for _, task in ipairs(tasks) do
    local co = coroutine.create(task)
    while coroutine.status(co) ~= "dead" do
      coroutine.resume(co)
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
