-- One request through six services. Each piece of work is a span, and finds
-- the span that it is part of in its context.
local ms = time.Millisecond
local spans = {}

local function span(ctx, name, body)
  local parent = ctx:Value("span")
  local s = { name = name, parent = parent, began = time.Now(),
              depth = parent and parent.depth + 1 or 0 }
  spans[#spans + 1] = s
  body(context.WithValue(ctx, "span", s))
  s.ended = time.Now()
end

local function database(ctx, takes)
  span(ctx, "database", function() time.Sleep(takes) end)
end

local function stock(ctx)
  span(ctx, "stock", function(inside)
    time.Sleep(2 * ms)
    database(inside, 12 * ms)
  end)
end

local function prices(ctx)
  span(ctx, "prices", function(inside)
    time.Sleep(4 * ms)
    for _ = 1, 3 do database(inside, 8 * ms) end
  end)
end

local function basket(ctx)
  span(ctx, "basket", function(inside)
    local both = sync.WaitGroup("both")
    both:Go(function() stock(inside) end)
    both:Go(function() prices(inside) end)
    both:Wait()
  end)
end

local function bank(ctx)
  span(ctx, "bank", function() time.Sleep(20 * ms) end)
end

span(context.Background(), "checkout", function(ctx)
  time.Sleep(2 * ms)
  basket(ctx)
  bank(ctx)
end)

-- The children of a span under it, each drawn over the time that it took.
local function draw(parent)
  for _, s in ipairs(spans) do
    if s.parent == parent then
      local from = (s.began - spans[1].began) // ms
      local long = (s.ended - s.began) // ms
      fmt.Printf("%-12s %3d ms |%s%s\n", string.rep("  ", s.depth) .. s.name,
        long, string.rep(" ", from), string.rep("=", long))
      draw(s)
    end
  end
end
draw(nil)
