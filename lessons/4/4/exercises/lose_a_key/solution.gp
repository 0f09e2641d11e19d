step G1
step G1
step G1
# the table that G2 will write to
step G2
# G3 copies all there is, and changes over
step G3
step G3
step G3
step G3
step G3
step G2
