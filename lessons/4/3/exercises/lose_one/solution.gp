step G1
step G1
step G1
# both read 0
step G2
step G3
