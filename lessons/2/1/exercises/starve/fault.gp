# Mia goes first
step G1
step G1
step G1
step G4
