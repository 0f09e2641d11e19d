local rw = sync.RWMutex()
rw:Lock()
print("writing")
rw:RUnlock()
