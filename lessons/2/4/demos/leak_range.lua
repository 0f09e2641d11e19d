-- A printer prints line after line, until the channel is closed.
local lines = chan(0, "lines")

local function printer()
  for line in range(lines) do
    fmt.Println("printed:", line)
  end
  fmt.Println("the printer switches itself off")
end

go(printer)
for _, line in ipairs({ "dear Bob,", "all is well" }) do
  lines:send(line)
end
time.Sleep(time.Millisecond)
