local ms = time.Millisecond
local ctx, cancel = context.WithCancel(context.Background())
local answers, cancelled, wg = chan(3), atomic.Int64(), sync.WaitGroup()
for i, d in ipairs { 200 * ms, 20 * ms, 300 * ms } do
  wg:Go(function()
    local k = select { recv(time.After(d)), recv(ctx:Done()) }
    if k == 1 then answers:send("replica " .. i) else cancelled:Add(1) end
  end)
end
print((answers:recv()))
cancel()
wg:Wait()
print("cancelled", cancelled:Load())
