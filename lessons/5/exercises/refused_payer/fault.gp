# only one of the two workers is taken
step G1
step G1
step G1
step G3
step G2
