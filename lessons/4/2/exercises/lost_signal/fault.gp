# the guest waits first
step G1
step G2
step G2
