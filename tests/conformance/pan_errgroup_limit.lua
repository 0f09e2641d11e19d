local function try(name, f)
  local ok, err = pcall(f)
  fmt.Printf("%s: %t, %v\n", name, ok, not ok and err or nil)
end
local g = errgroup.New()
g:SetLimit(3)
local stop = chan()
for _ = 1, 2 do
  g:Go(function()
    stop:recv()
    return nil
  end)
end
try("active", function() g:SetLimit(5) end)
close(stop)
fmt.Println(g:Wait())
try("idle", function() g:SetLimit(5) end)
try("none", function() g:SetLimit(-1) end)
