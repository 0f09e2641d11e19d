-- Two rivers flow into one lake, until both have run dry.
local north, south = chan(0, "north"), chan(0, "south")

local function river(ch, name, drops)
  for n = 1, drops do
    ch:send(name .. n)
  end
  close(ch)
end

go(river, north, "n", 2)
go(river, south, "s", 3)

local a, b = north, south
local lake = 0
while a ~= nil or b ~= nil do
  local case, drop, ok = select { recv(a), recv(b) }
  if ok then
    lake = lake + 1
  elseif case == 1 then
    a = nil
    fmt.Println("north has run dry")
  else
    b = nil
    fmt.Println("south has run dry")
  end
end
fmt.Println(lake, "drops in the lake")
