-- The last seat of a theatre is sold at the desk and by telephone. Nearly all
-- of this is bookkeeping that no other goroutine sees; the fault needs three
-- ordering constraints between the few operations that are seen: the clerk at
-- the telephone holds the seat, then the desk takes the money, then the clerk
-- prints the ticket, and only then the desk looks whether it is printed.

-- The house ------------------------------------------------------------------

local ROWS = {
  { name = "A", seats = 8, class = "stalls" },
  { name = "B", seats = 8, class = "stalls" },
  { name = "C", seats = 10, class = "circle" },
  { name = "D", seats = 12, class = "circle" },
  { name = "E", seats = 12, class = "gallery" },
}

local PRICE = { stalls = 4200, circle = 2900, gallery = 1500 } -- cents
local REDUCED = { student = 50, senior = 70, member = 80 }     -- percent

local function row_of(name)
  for _, row in ipairs(ROWS) do
    if row.name == name then return row end
  end
  return nil, "no row " .. tostring(name)
end

local function parse_seat(text)
  local name, number = text:match("^(%u)(%d+)$")
  if not name then return nil, "not a seat: " .. text end
  local row, why = row_of(name)
  if not row then return nil, why end
  number = tonumber(number)
  if number < 1 or number > row.seats then
    return nil, ("row %s has %d seats"):format(name, row.seats)
  end
  return { row = row, number = number, text = text }
end

local function capacity()
  local n = 0
  for _, row in ipairs(ROWS) do n = n + row.seats end
  return n
end

-- Prices ---------------------------------------------------------------------

local function round_to(cents, step)
  return (cents + step // 2) // step * step
end

local function price_of(seat, customer)
  local cents = PRICE[seat.row.class]
  local percent = REDUCED[customer.kind]
  if percent then cents = cents * percent // 100 end
  if customer.evening == "premiere" then cents = cents + 500 end
  return round_to(cents, 10)
end

local function euros(cents)
  return ("%d.%02d"):format(cents // 100, cents % 100)
end

-- The plan of the evening ----------------------------------------------------

local function plan_new()
  local plan = { free = 0 }
  for _, row in ipairs(ROWS) do
    plan[row.name] = {}
    for i = 1, row.seats do plan[row.name][i] = "free" end
    plan.free = plan.free + row.seats
  end
  return plan
end

local function plan_take(plan, seat, who)
  local row = plan[seat.row.name]
  if row[seat.number] ~= "free" then
    return nil, seat.text .. " belongs to " .. row[seat.number]
  end
  row[seat.number] = who
  plan.free = plan.free - 1
  return true
end

-- Everything but one seat has been sold before the evening.
local function plan_fill(plan, last)
  for _, row in ipairs(ROWS) do
    for i = 1, row.seats do
      local text = row.name .. i
      if text ~= last then plan_take(plan, parse_seat(text), "subscriber") end
    end
  end
  return plan
end

local function plan_line(plan, row)
  local marks = {}
  for i = 1, row.seats do
    marks[i] = plan[row.name][i] == "free" and "." or "x"
  end
  return row.name .. " " .. table.concat(marks)
end

-- The free seats of a class, the nearest to the stage first.
local function plan_offers(plan, class)
  local offers = {}
  for _, row in ipairs(ROWS) do
    for i = 1, row.class == class and row.seats or 0 do
      if plan[row.name][i] == "free" then offers[#offers + 1] = row.name .. i end
    end
  end
  return offers
end

local function plan_takings(plan)
  local cents = 0
  for _, row in ipairs(ROWS) do
    for _, owner in ipairs(plan[row.name]) do
      if owner ~= "free" then cents = cents + PRICE[row.class] end
    end
  end
  return cents
end

local function plan_text(plan)
  local lines = {}
  for i, row in ipairs(ROWS) do lines[i] = plan_line(plan, row) end
  return table.concat(lines, "\n")
end

-- Paper ----------------------------------------------------------------------

local function centre(text, width)
  local left = math.max(0, (width - #text) // 2)
  return (" "):rep(left) .. text
end

local function ticket(seat, customer, cents)
  local lines = {
    centre("THEATRE AT THE HARBOUR", 32),
    centre(customer.evening, 32),
    ("row %s  seat %2d  %s"):format(seat.row.name, seat.number,
      seat.row.class),
    ("%-20s %11s"):format(customer.name, euros(cents)),
  }
  return table.concat(lines, "\n")
end

local function receipt(customer, cents)
  local tax = round_to(cents * 7 // 107, 1)
  return ("%s: %s, of which tax %s"):format(customer.name, euros(cents),
    euros(tax))
end

-- What both see --------------------------------------------------------------

local held = atomic.Int64(0)    -- the seat is held for somebody
local paid = atomic.Int64(0)    -- and paid for
local printed = atomic.Int64(0) -- and its ticket is on paper
local calls = atomic.Int64(0)
local drawer = atomic.Int64(0)  -- cents

local LAST = "C7"
local plan = plan_fill(plan_new(), LAST)
assert(plan.free == 1 and capacity() == 50)
assert(plan_offers(plan, "circle")[1] == LAST)
assert(plan_takings(plan) == 16 * 4200 + 21 * 2900 + 12 * 1500)
assert(plan_text(plan):find("C xxxxxx.xxx", 1, true))

-- The clerk at the telephone holds the seat, makes a note of the call, and
-- prints the ticket at once if the money is already there.
local function telephone()
  local customer = { name = "Ada", kind = "member", evening = "premiere" }
  local seat = assert(parse_seat(LAST))
  local cents = price_of(seat, customer)
  held:Store(1)
  local note = receipt(customer, cents)
  calls:Add(1)
  if paid:Load() == 1 then
    local paper = ticket(seat, customer, cents)
    assert(#paper > #note)
    printed:Store(1)
  end
end

-- The desk takes the money for a seat that is held. The ticket is then its
-- own to print, it thinks.
local function desk()
  local customer = { name = "Ada", kind = "member", evening = "premiere" }
  local seat = assert(parse_seat(LAST))
  local cents = price_of(seat, customer)
  if held:Load() == 1 then
    paid:Store(1)
    assert(plan_take(plan, seat, customer.name))
    drawer:Add(cents)
    local paper = ticket(seat, customer, cents)
    check.assert(printed:Load() == 0, "two tickets for " .. LAST .. ":\n" ..
      paper)
  end
end

check.par(telephone, desk)
