-- A fast sender, a slow receiver, two slots between them. Is anything lost?
local ms = time.Millisecond
local pipe = chan(2, "pipe")

local function sender()
  for drop = 1, 6 do
    pipe:send(drop)
  end
  close(pipe)
end

go(sender)
local got = {}
for drop in range(pipe) do
  time.Sleep(3 * ms)
  got[#got + 1] = drop
end
fmt.Println("with send:", table.concat(got, " "))

-- The same, but whoever finds the pipe full throws the drop away.
local gutter = chan(2, "gutter")
local dropped = 0
for drop = 1, 6 do
  select {
    send(gutter, drop),
    default(function() dropped = dropped + 1 end),
  }
end
fmt.Println("with default:", dropped, "of 6 dropped, on purpose")
