-- The same thrower and catcher, with a net for three between them.
local ms = time.Millisecond
local began = time.Now()
local net = chan(3, "net")

local function at()
  return time.Since(began) // ms
end

local function catcher(done)
  for who in range(net) do
    time.Sleep(10 * ms)
    fmt.Printf("%2dms    lifts %s out\n", at(), who)
  end
  done:send(true)
end

local done = chan(0, "done")
go(catcher, done)
for _, who in ipairs({ "Mira", "Noor", "Olek", "Pia", "Quin" }) do
  net:send(who)
  fmt.Printf("%2dms  let go of %s\n", at(), who)
end
close(net)
done:recv()
