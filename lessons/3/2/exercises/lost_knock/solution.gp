step G1
# the visitor tries before anybody listens
step G2
