# the ticker is never stopped, but the goroutine ends
step G1
inject skip stop pulse
