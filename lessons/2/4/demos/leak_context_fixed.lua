-- A subscription that is cancelled by the one who asked for it.
local function subscribe(ctx, topic)
  local news = chan(0, "news")
  go(function()
    while true do
      local case, headline = select { recv(news), recv(ctx:Done()) }
      if case == 2 then return end
      fmt.Println(topic .. ":", headline)
    end
  end)
  return news
end

local ctx, cancel = context.WithCancel(context.Background())
local weather = subscribe(ctx, "weather")
weather:send("sunny")
weather:send("still sunny")
cancel()
time.Sleep(time.Millisecond)
fmt.Println("we have heard enough")
