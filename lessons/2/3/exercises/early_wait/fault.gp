# goroutine 3 has counted itself: main waits for it
step G1
step G1
step G3
step G2
step G2
step G2
