local root, cancel = context.WithCancel(context.Background())
local nodes = { root }
for i = 2, 15 do
  nodes[i] = context.WithCancel(nodes[i // 2])
end
cancel()
local done = 0
for _, ctx in ipairs(nodes) do
  if ctx:Err() == context.Canceled then done = done + 1 end
end
print("cancelled", done, "of", #nodes)
