-- A belt with three places, used by main alone: watch the places go round.
local belt = chan(3, "belt")

belt:send("apple")
belt:send("bread")
belt:send("cheese")
fmt.Println(len(belt), "of", cap(belt), "places taken")

fmt.Println("off the belt:", (belt:recv()))
fmt.Println("off the belt:", (belt:recv()))
belt:send("dates")
belt:send("eggs")

for _ = 1, 3 do
  fmt.Println("off the belt:", (belt:recv()))
end
