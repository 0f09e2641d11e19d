local a, b, c = { { 1, 2, 3 }, { 4, 5, 6 } }, { { 7, 8 }, { 9, 10 }, { 11, 12 } }, {}
local wg = sync.WaitGroup()
for i = 1, 2 do
  wg:Go(function()
    local row = {}
    for j = 1, 2 do
      row[j] = 0
      for k = 1, 3 do row[j] = row[j] + a[i][k] * b[k][j] end
    end
    c[i] = row
  end)
end
wg:Wait()
fmt.Println(c)
