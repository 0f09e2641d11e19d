local mails = chan(1, "mails")
local sent = chan(0, "sent")
local shop = sync.WaitGroup("shop")

-- A piece of work, and whose part it is.
local function span(ctx, name, body)
  fmt.Println(name, "is part of", ctx:Value("span") or "nothing")
  body(context.WithValue(ctx, "span", name))
end

-- Takes orders out of the queue and writes to the customers.
local function mailer()
  for order in range(mails) do
    span(order.ctx, "mail " .. order.id, function() end)
  end
  close(sent)
end

local function checkout(id)
  span(context.Background(), "checkout " .. id, function(ctx)
    span(ctx, "payment " .. id, function() end)
    mails:send({ id = id, ctx = ctx })
  end)
  shop:Done()
end

go(mailer)
shop:Add(2)
for id = 1, 2 do go(checkout, id) end
shop:Wait()
close(mails)
sent:recv()
