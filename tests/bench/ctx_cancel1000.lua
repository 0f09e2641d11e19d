-- Make a context with 1000 children and cancel it.
local n = tonumber(arg[1])
for _ = 1, n // 1000 do
  local root, cancel = context.WithCancel(context.Background())
  local leaf
  for _ = 1, 1000 do leaf = context.WithCancel(root) end
  cancel()
  leaf:Done():recv()
end
