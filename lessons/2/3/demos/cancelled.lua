-- Two watchmen make their rounds until the context is cancelled.
local ms = time.Millisecond
local ctx, cancel = context.WithCancel(context.Background())
local on_duty = sync.WaitGroup("on duty")

local function watchman(name, period)
  local _ <close> = defer(on_duty.Done, on_duty)
  local round = time.NewTicker(period)
  local _ <close> = defer(round.Stop, round)
  while true do
    local case = select { recv(round.C), recv(ctx:Done()) }
    if case == 2 then
      fmt.Println(name, "goes home:", ctx:Err())
      return
    end
    fmt.Println(name, "makes a round")
  end
end

on_duty:Add(2)
go(watchman, "Olga", 40 * ms)
go(watchman, "Paul", 70 * ms)
time.Sleep(100 * ms)
cancel()
on_duty:Wait()
fmt.Println("lights out after", time.Now() // ms, "ms")
