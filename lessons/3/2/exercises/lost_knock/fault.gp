# main parks at the door first
step G1
step G1
step G2
