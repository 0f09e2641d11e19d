-- Two accounts, each of them atomic. Is the sum always 100?
local a, b = atomic.Int64(100), atomic.Int64(0)
local moved = chan(0, "moved")

local function mover()
  for _ = 1, 20 do
    a:Add(-5)
    work(200)
    b:Add(5)
  end
  moved:send(true)
end

go(mover)
local wrong, looks = 0, 0
while true do
  looks = looks + 1
  if a:Load() + b:Load() ~= 100 then
    wrong = wrong + 1
  end
  local case = select { recv(moved), default() }
  if case == 1 then break end
end
fmt.Println("saw money missing or too much:", wrong > 0)
fmt.Println("in the end:", a:Load() + b:Load())
