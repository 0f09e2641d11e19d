-- Two channels that are always ready: which case is taken?
local heads, tails = chan(0, "heads"), chan(0, "tails")
close(heads)
close(tails)

local count = { 0, 0 }
for _ = 1, 1000 do
  local case = select { recv(heads), recv(tails) }
  count[case] = count[case] + 1
end
local even = count[1] > 400 and count[2] > 400
fmt.Println("about half of the throws each:", even)

-- An order of preference has to be written down.
local preferred = { 0, 0 }
for _ = 1, 1000 do
  local case = select { recv(heads), default() }
  if case ~= 1 then
    case = select { recv(heads), recv(tails) }
  end
  preferred[case] = preferred[case] + 1
end
fmt.Println("with a first look:", preferred[1], "heads,", preferred[2], "tails")
