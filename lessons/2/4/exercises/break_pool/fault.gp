# one plate is lost: main waits for it, and that is a deadlock
step G1
step G1
step G1
step G1
inject skip send plates
