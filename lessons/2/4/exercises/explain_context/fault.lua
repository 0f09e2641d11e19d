-- Keeps cancel, and does not call it.
local function subscribe(topic)
  local ctx, cancel = context.WithCancel(context.Background())
  local news = chan(0, "news")
  go(function()
    while true do
      local case, headline = select { recv(news), recv(ctx:Done()) }
      if case == 2 then return end
      fmt.Println(topic .. ":", headline)
    end
  end)
  return news, cancel
end

local weather, cancel = subscribe("weather")
weather:send("sunny")
weather:send("still sunny")
time.Sleep(time.Millisecond)
fmt.Println("we have heard enough")
