time.AfterFunc(30 * time.Millisecond, function() print("fired") end)
print("waiting")
chan():recv()
