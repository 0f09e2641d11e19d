# the key is there before anything is copied
step G1
step G1
step G1
step G2
step G2
step G3
