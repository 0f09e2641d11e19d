# a delay that is too short to matter
step G1
inject delay 2 5ms
