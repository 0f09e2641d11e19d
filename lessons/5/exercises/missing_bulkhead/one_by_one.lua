local workers = chan(1, "workers") -- a slot for each page being made
local reviews = chan(0, "reviews") -- closed when the reviews answer again
local paid = chan(1, "paid")

local function review_page()
  workers:send(true)
  reviews:recv()
  workers:recv()
end

local function pay_page()
  workers:send(true)
  paid:send(true)
  workers:recv()
end

pay_page()
paid:recv()
fmt.Println("paid")
close(reviews) -- only now
for _ = 1, cap(workers) + 1 do review_page() end
fmt.Println("all pages are made")
