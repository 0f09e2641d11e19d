print(len(nilchan), cap(nilchan))
select { recv(nilchan, function() print("received") end), default(function() print("not ready to receive") end) }
select { send(nilchan, 1, function() print("sent") end), default(function() print("not ready to send") end) }
