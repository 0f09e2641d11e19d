step G1
inject delay 2 100ms
