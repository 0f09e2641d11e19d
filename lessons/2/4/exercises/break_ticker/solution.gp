step G1
inject skip close unplugged
