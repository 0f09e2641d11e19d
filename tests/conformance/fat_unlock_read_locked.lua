local rw = sync.RWMutex()
rw:RLock()
print("reading")
rw:Unlock()
