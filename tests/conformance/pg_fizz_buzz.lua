local mu = sync.Mutex()
local turn, n, out = sync.Cond(mu), 1, {}
local function worker(mine, text)
  return function()
    mu:Lock()
    while n <= 20 do
      if mine(n) then
        out[#out + 1] = text or n
        n = n + 1
        turn:Broadcast()
      else
        turn:Wait()
      end
    end
    mu:Unlock()
  end
end
local wg = sync.WaitGroup()
wg:Go(worker(function(i) return i % 15 == 0 end, "fizzbuzz"))
wg:Go(worker(function(i) return i % 3 == 0 and i % 5 ~= 0 end, "fizz"))
wg:Go(worker(function(i) return i % 5 == 0 and i % 3 ~= 0 end, "buzz"))
wg:Go(worker(function(i) return i % 3 ~= 0 and i % 5 ~= 0 end))
wg:Wait()
fmt.Println(out)
