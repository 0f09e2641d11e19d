print("closing")
close(nilchan)
