step G1
step G1
step G1
# the host: lock, signal, unlock
step G3
step G3
step G3
