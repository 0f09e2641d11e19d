-- A subscription that can be cancelled, by a function that nobody kept.
local function subscribe(topic)
  local ctx = context.WithCancel(context.Background())
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

local weather = subscribe("weather")
weather:send("sunny")
weather:send("still sunny")
time.Sleep(time.Millisecond)
fmt.Println("we have heard enough")
