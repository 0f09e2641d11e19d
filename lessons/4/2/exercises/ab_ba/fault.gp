# goroutine 2 takes both
step G1
step G1
step G1
step G2
step G2
step G3
