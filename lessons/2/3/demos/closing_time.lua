-- A stop signal without a context: a channel that is only ever closed.
local stop = chan(0, "stop")
local orders = chan(0, "orders")
local staff = sync.WaitGroup("staff")

local function cook(name)
  local _ <close> = defer(staff.Done, staff)
  while true do
    local case, dish = select { recv(orders), recv(stop) }
    if case == 2 then
      fmt.Println(name, "hangs up the apron")
      return
    end
    fmt.Println(name, "cooks", dish)
  end
end

for _, name in ipairs({ "Ida", "Jon", "Kim" }) do
  staff:Add(1)
  go(cook, name)
end
for _, dish in ipairs({ "soup", "noodles" }) do
  orders:send(dish)
end
close(stop)
staff:Wait()
