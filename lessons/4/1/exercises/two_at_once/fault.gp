# goroutine 2 writes before goroutine 3 reads
step G1
step G1
step G1
step G2
step G2
step G3
step G2
