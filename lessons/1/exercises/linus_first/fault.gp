# the goroutines deliver in the order of their creation
step G1
step G1
step G2
step G3
