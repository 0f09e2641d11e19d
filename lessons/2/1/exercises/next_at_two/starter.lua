local left = sync.WaitGroup()

local function say(name)
  work(50 * time.Microsecond)
  fmt.Println(name)
  left:Done()
end

left:Add(10)
for i = 1, 10 do
  go(say, "goroutine " .. i)
end
left:Wait()
