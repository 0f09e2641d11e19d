step G1
step G1
step G1
# the alarm rings before anything was sent; the sink hears it and leaves
step G3
step G4
