step G1
step G1
step G1
step G1
inject skip close plates
