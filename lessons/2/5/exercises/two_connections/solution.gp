step G1
step G1
step G1
step G1
# each takes its first
step G2
step G3
