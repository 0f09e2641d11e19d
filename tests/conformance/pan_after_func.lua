time.AfterFunc(20 * time.Millisecond, function() panic("alarm") end)
time.Sleep(time.Minute)
print("never")
