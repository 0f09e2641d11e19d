print("selecting")
select { send(nilchan, 1) }
