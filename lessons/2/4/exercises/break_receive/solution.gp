step G1
inject skip close answer
