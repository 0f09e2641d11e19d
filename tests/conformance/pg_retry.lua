local ms = time.Millisecond
local function retry(ctx, f)
  local pause, tries = 10 * ms, 0
  while true do
    tries = tries + 1
    local err = f(tries)
    if err == nil then return tries, nil end
    local i = select { recv(time.After(pause)), recv(ctx:Done()) }
    if i == 2 then return nil, ctx:Err() end
    pause = pause * 2
  end
end
local bg = context.Background()
fmt.Println(retry(bg, function(n)
  if n < 4 then return errors.New("not yet") end
  return nil
end))
local ctx, cancel = context.WithTimeout(bg, 50 * ms)
fmt.Println(retry(ctx, function() return errors.New("never") end))
cancel()
