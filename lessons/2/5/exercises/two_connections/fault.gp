# one after the other
step G1
step G1
step G1
step G1
step G2
step G2
