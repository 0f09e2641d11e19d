-- Three divers go down; the boat waits for all of them.
local below = sync.WaitGroup("below")

local function dive(name, minutes)
  local _ <close> = defer(below.Done, below)
  time.Sleep(minutes * time.Minute)
  fmt.Println(name, "is up after", minutes, "minutes")
end

for name, minutes in pairs({ Ana = 30, Bo = 12, Cem = 21 }) do
  below:Add(1)
  go(dive, name, minutes)
end
below:Wait()
fmt.Println("the boat leaves")
