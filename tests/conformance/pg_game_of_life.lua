local N, GENERATIONS = 6, 4
local grid = {}
for y = 1, N do
  grid[y] = {}
  for x = 1, N do grid[y][x] = 0 end
end
for _, p in ipairs { { 1, 2 }, { 2, 3 }, { 3, 1 }, { 3, 2 }, { 3, 3 } } do grid[p[1]][p[2]] = 1 end
local function neighbours(y, x)
  local n = 0
  for dy = -1, 1 do
    for dx = -1, 1 do
      if dy ~= 0 or dx ~= 0 then n = n + grid[(y + dy - 1) % N + 1][(x + dx - 1) % N + 1] end
    end
  end
  return n
end
for _ = 1, GENERATIONS do
  local next_, wg = {}, sync.WaitGroup()
  for y = 1, N do
    wg:Go(function()
      local row = {}
      for x = 1, N do
        local n = neighbours(y, x)
        row[x] = (n == 3 or (n == 2 and grid[y][x] == 1)) and 1 or 0
      end
      next_[y] = row
    end)
  end
  wg:Wait()
  grid = next_
end
for y = 1, N do print(table.concat(grid[y])) end
