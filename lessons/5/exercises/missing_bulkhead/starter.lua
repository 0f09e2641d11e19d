local workers = chan(1, "workers") -- a slot for each page being made
local reviews = chan(0, "reviews") -- closed when the reviews answer again
local visitors = sync.WaitGroup("visitors")
local paid = chan(1, "paid")

local function review_page()
  local _ <close> = defer(visitors.Done, visitors)
  workers:send(true)
  reviews:recv()
  workers:recv()
end

local function pay_page()
  local _ <close> = defer(visitors.Done, visitors)
  workers:send(true)
  paid:send(true)
  workers:recv()
end

-- There are always more visitors than workers.
visitors:Add(cap(workers) + 2)
for _ = 1, cap(workers) + 1 do go(review_page) end
go(pay_page)
paid:recv()
fmt.Println("paid")
close(reviews) -- only now
visitors:Wait()
fmt.Println("all pages are made")
