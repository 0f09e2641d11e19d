-- Three searches together. The first failure stops the others, and Wait
-- returns only when all of them have ended.
local ms = time.Millisecond

local function search(ctx, place, takes, fails)
  local case = select { recv(time.After(takes)), recv(ctx:Done()) }
  if case == 2 then
    fmt.Println(place, "gives up:", context.Cause(ctx))
    return ctx:Err()
  end
  if fails then return errors.New(place .. " is on fire") end
  fmt.Println(place, "searched")
  return nil
end

local group, ctx = errgroup.WithContext(context.Background())
group:Go(function() return search(ctx, "cellar", 5 * ms, false) end)
group:Go(function() return search(ctx, "attic", 10 * ms, true) end)
group:Go(function() return search(ctx, "garden", 60 * ms, false) end)
fmt.Println("result:", group:Wait())
fmt.Println("goroutines left:", runtime.NumGoroutine() - 1)
