step G1
step G1
step G1
# both are in, and both have read 0
step G2
step G2
step G3
step G3
