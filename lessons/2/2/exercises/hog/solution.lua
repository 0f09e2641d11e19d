local function polite()
  for i = 1, 3 do
    fmt.Println("polite", i)
    coroutine.yield()
  end
end

local function busy()
  local said = 0
  while said < 3 do
    said = said + 1
    fmt.Println("busy", said)
    coroutine.yield(said)
  end
end

local ready = { coroutine.create(polite), coroutine.create(busy) }
while #ready > 0 do
  local co = table.remove(ready, 1)
  coroutine.resume(co)
  if coroutine.status(co) ~= "dead" then
    table.insert(ready, co)
  end
end
