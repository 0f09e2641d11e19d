step G1
inject skip close lines
