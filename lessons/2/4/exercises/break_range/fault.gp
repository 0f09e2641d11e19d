# a line is lost, but the printer still switches itself off
step G1
inject skip send lines
