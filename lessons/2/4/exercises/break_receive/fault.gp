# the second close: there is none
step G1
inject skip close answer 2
