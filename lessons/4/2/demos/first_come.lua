-- Three goroutines need the stove; whoever comes first lights it.
local ms = time.Millisecond
local stove = sync.Once()
local cooked = sync.WaitGroup("cooked")

local function light()
  fmt.Println("lighting the stove takes a while")
  time.Sleep(10 * ms)
end

local function cook(name)
  stove:Do(light)
  fmt.Printf("%2dms %s cooks\n", time.Now() // ms, name)
  cooked:Done()
end

cooked:Add(3)
go(cook, "Zoe")
go(cook, "Yuri")
go(cook, "Xena")
cooked:Wait()
