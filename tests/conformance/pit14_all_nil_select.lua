local a, b
print("waiting for nothing")
select { recv(a), send(b or nilchan, 1) }
print("never")
