local stop = chan(0, "stop")
local news = chan(0, "news")

go(function()
  close(stop)
end)

local case = select { recv(news), recv(stop) }
fmt.Println(case == 2 and "stopped" or "news")
