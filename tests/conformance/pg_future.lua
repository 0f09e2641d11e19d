local function future(f, ...)
  local ready, value, err = chan(), nil, nil
  go(function(...)
    value, err = f(...)
    close(ready)
  end, ...)
  return function()
    ready:recv()
    return value, err
  end
end
local start = time.Now()
local function slow(n)
  time.Sleep(60 * time.Millisecond)
  if n < 0 then return nil, errors.New("negative") end
  return n * n, nil
end
local a, b, c = future(slow, 3), future(slow, 4), future(slow, -1)
local x, y = a(), b()
fmt.Println(x + y, a())
fmt.Println(c())
fmt.Println("together", time.Since(start) < 170 * time.Millisecond)
