print("ranging")
for v in range(nilchan) do print(v) end
