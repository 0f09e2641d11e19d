local accounts = {}
for i = 1, 5 do accounts[i] = { mu = sync.Mutex(), balance = 100 } end
local refused = atomic.Int64()
local function transfer(from, to, amount)
  local a, b = accounts[math.min(from, to)], accounts[math.max(from, to)]
  a.mu:Lock()
  local _1 <close> = defer(a.mu.Unlock, a.mu)
  b.mu:Lock()
  local _2 <close> = defer(b.mu.Unlock, b.mu)
  if accounts[from].balance < amount then return refused:Add(1) end
  local x = accounts[from].balance
  runtime.Gosched()
  accounts[from].balance = x - amount
  accounts[to].balance = accounts[to].balance + amount
end
local wg = sync.WaitGroup()
for g = 0, 9 do
  wg:Go(function()
    for i = 0, 29 do
      local from, to = (g + i) % 5 + 1, (g + 2 * i + 1) % 5 + 1
      if from ~= to then transfer(from, to, (g * i) % 37 + 1) end
    end
  end)
end
wg:Wait()
local sum, negative = 0, 0
for _, a in ipairs(accounts) do
  sum = sum + a.balance
  if a.balance < 0 then negative = negative + 1 end
end
print("sum", sum, "negative", negative)
