-- A buffer for the news does not help a case that waits at nil.
stop = chan(0, "stop")

local stop, news
news = chan(1, "news")

go(function()
  close(_G.stop)
end)

local case = select { recv(news), recv(stop) }
fmt.Println(case == 2 and "stopped" or "news")
