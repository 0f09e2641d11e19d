local step = 10 * time.Millisecond
local start = time.Now()
local agents

local remember, memory = false, {}

local function say(g, format, ...)
  if remember then
    table.insert(memory, fmt.Sprintf("g%d " .. format, g, ...))
    return
  end
  fmt.Printf("%d g%d " .. format .. "\n", time.Since(start) // (50 * time.Microsecond), g, ...)
end

local function tell()
  for _, line in ipairs(memory) do print(line) end
end

local function turn(g)
  local now = time.Since(start)
  local round = agents * step
  local next = now // round * round + g * step
  if next <= now then next = next + round end
  time.Sleep(next - now)
end

local function try(g, what, f)
  local ok, err = pcall(f)
  if not ok then say(g, "%s: panic: %v", what, err) end
end
