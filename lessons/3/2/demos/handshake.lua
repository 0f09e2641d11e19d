-- Two acrobats: the thrower lets go only when the catcher's hands are there.
local ms = time.Millisecond
local began = time.Now()
local trapeze = chan(0, "trapeze")

local function at()
  return time.Since(began) // ms
end

local function catcher()
  for _ = 1, 2 do
    time.Sleep(10 * ms)
    fmt.Printf("%2dms   catches %s\n", at(), (trapeze:recv()))
  end
  trapeze:recv()
end

go(catcher)
trapeze:send("Mira")
fmt.Printf("%2dms  let go of Mira\n", at())
trapeze:send("Noor")
fmt.Printf("%2dms  let go of Noor\n", at())
close(trapeze)
