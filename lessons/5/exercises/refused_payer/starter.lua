local workers = chan(2, "workers")
local reviews = chan(0, "reviews") -- closed when the reviews answer
local visitors = sync.WaitGroup("visitors")

local function review_page()
  workers:send(true)
  reviews:recv()
  workers:recv()
end

-- Whoever pays is not made to wait: a free worker, or a quick refusal.
local function pay_page()
  if select { send(workers, true), default() } == 2 then
    fmt.Println("503 try again later")
    return
  end
  fmt.Println("200 paid")
  workers:recv()
end

visitors:Go(pay_page)
visitors:Go(review_page)
visitors:Go(review_page)
close(reviews)
visitors:Wait()
