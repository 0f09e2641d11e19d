-- Two moles dig, each in a tunnel of its own, and both stop at the bottom.
local function dig(mole, depth, bottom)
  local stone = mole .. depth
  if depth == bottom then
    coroutine.yield(depth)
  else
    dig(mole, depth + 1, bottom)
  end
  fmt.Println(mole, "finds", stone, "again on the way up")
end

local left = coroutine.create(dig)
local right = coroutine.create(dig)

local _, a = coroutine.resume(left, "left", 1, 3)
local _, b = coroutine.resume(right, "right", 1, 2)
fmt.Println("left is", a, "calls deep, right is", b)
coroutine.resume(left)
coroutine.resume(right)
