print("ticking")
time.Tick(0):recv()
