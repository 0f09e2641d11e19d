-- One workshop, one key, three people who need it.
local ms = time.Millisecond
local key = sync.Mutex("key")
local home = sync.WaitGroup("home")

local function person(name, works)
  local _ <close> = defer(home.Done, home)
  key:Lock()
  fmt.Printf("%2dms %s goes in\n", time.Now() // ms, name)
  time.Sleep(works)
  fmt.Printf("%2dms %s comes out\n", time.Now() // ms, name)
  key:Unlock()
end

home:Add(3)
go(person, "Uma", 5 * ms)
go(person, "Val", 3 * ms)
go(person, "Wes", 4 * ms)
home:Wait()
