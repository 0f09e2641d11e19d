local _ <close> = defer(print, "deferred in main")
go(function() print("the other one ends") end)
time.Sleep(20 * time.Millisecond)
runtime.Goexit()
