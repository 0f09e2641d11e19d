local function worker(err) panic(err) end
go(worker, errors.New("disk full"))
time.Sleep(time.Minute)
print("never")
