local cond = sync.Cond(sync.Mutex())
print("waiting without the lock")
cond:Wait()
