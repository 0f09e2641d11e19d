local ctx, cancel = context.WithTimeout(context.WithValue(context.Background(), "user", "ada"), time.Hour)
local free = context.WithoutCancel(ctx)
cancel()
local _, ok = free:Deadline()
fmt.Println(ctx:Err(), free:Err(), free:Value("user"), ok, context.Cause(free))
select { recv(free:Done(), function() print("done") end), default(function() print("never done") end) }
local again, stop = context.WithCancel(free)
stop()
fmt.Println(again:Err(), again:Value("user"))
