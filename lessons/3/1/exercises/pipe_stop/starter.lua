local items = chan(0, "items")
local alarm = chan(0, "alarm")
local report = chan(0, "report")

local function source()
  items:send("one")
  items:send("two")
  report:send("all sent")
end

local function ring()
  close(alarm)
end

local function sink()
  while true do
    local case = select { recv(items), recv(alarm) }
    if case == 2 then return end
  end
end

go(source)
go(ring)
go(sink)
fmt.Println((report:recv()))
