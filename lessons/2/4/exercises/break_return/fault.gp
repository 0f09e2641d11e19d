# the answer comes first
step G1
step G1
step G3
