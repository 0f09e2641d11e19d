# both goroutines exist, then the second one goes first
step G1
step G1
step G3
step G2
