# the fitter finishes before main looks
step G1
step G1
step G2
step G2
