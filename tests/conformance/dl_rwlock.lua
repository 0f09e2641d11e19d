local rw = sync.RWMutex()
rw:RLock()
print("writing")
rw:Lock()
