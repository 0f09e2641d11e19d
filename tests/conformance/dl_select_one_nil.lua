print("selecting")
select { recv(nilchan) }
