-- Four goroutines are started in the order A B C D. One processor.
local left = sync.WaitGroup("left")

local function say(name)
  fmt.Println(name)
  left:Done()
end

left:Add(4)
for _, name in ipairs({ "A", "B", "C", "D" }) do
  go(say, name)
end
left:Wait()
