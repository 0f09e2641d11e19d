local function try(name, f)
  local ok, err = pcall(f)
  fmt.Printf("%s: %t, %v\n", name, ok, not ok and err or nil)
end
local runs = 0
local f = sync.OnceFunc(function()
  runs = runs + 1
  panic("broken")
end)
local v = sync.OnceValue(function()
  runs = runs + 1
  panic(errors.New("no value"))
end)
for i = 1, 3 do
  try("func " .. i, f)
  try("value " .. i, v)
end
print("runs", runs)
