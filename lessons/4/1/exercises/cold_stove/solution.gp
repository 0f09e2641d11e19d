# main: go, Gosched
step G1
step G1
# the stove is published
step G2
# main looks, and reads the heat
step G1
step G1
