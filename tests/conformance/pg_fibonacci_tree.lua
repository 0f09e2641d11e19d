local function fib(n)
  local out = chan(1)
  go(function()
    if n < 2 then return out:send(n) end
    local a, b = fib(n - 1), fib(n - 2)
    out:send(a:recv() + b:recv())
  end)
  return out
end
print((fib(14):recv()))
