step G1
step G1
# goroutine 2 from beginning to end: Add, print, Done
step G2
step G2
step G2
# main finds the counter at 0
step G1
step G1
