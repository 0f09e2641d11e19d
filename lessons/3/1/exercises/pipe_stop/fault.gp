# the alarm rings when both items have arrived
step G1
step G1
step G1
step G1
