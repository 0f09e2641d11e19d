local function reader()
  for page = 1, 3 do
    fmt.Println("reader", page)
    coroutine.yield()
  end
end

local function printer()
  fmt.Println("printer 1")
  coroutine.yield()
  error("no paper", 0)
end

local ready = {
  { name = "reader", co = coroutine.create(reader) },
  { name = "printer", co = coroutine.create(printer) },
}
while #ready > 0 do
  local task = table.remove(ready, 1)
  local ok, err = coroutine.resume(task.co)
  if not ok then
    error(task.name .. " failed: " .. err, 0)
  end
  if coroutine.status(task.co) ~= "dead" then
    table.insert(ready, task)
  end
end
fmt.Println("all tasks have ended")
