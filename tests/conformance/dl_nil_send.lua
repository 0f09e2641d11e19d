print("sending")
nilchan:send(1)
