local rw = sync.RWMutex()
rw:Lock()
print("reading")
rw:RLock()
