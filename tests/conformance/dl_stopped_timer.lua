local t = time.NewTimer(50 * time.Millisecond)
print("stopped", t:Stop())
t.C:recv()
print("never")
