-- The prime sieve of a chain of filters, one for each prime.
local n = tonumber(arg[1])
local function generate(ch)
  local i = 2
  while true do
    ch:send(i)
    i = i + 1
  end
end
local function filter(from, to, prime)
  while true do
    local i = from:recv()
    if i % prime ~= 0 then to:send(i) end
  end
end
local ch = chan()
go(generate, ch)
local prime
for _ = 1, n do
  prime = ch:recv()
  local to = chan()
  go(filter, ch, to, prime)
  ch = to
end
print(prime)
