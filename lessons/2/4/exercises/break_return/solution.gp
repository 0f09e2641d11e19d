step G1
step G1
# the stop comes first
step G2
step G1
