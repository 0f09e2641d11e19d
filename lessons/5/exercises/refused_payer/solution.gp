step G1
step G1
step G1
step G3
step G4
step G2
