-- A buffer for the news does not help a case that waits at nil.
stop = chan(0, "stop")

go(function()
  close(stop)
end)

local stop, news
news = chan(1, "news")

local case = select { recv(news), recv(stop) }
fmt.Println(case == 2 and "stopped" or "news")
