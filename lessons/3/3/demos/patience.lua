-- Three questions, and 50 ms of patience for each answer.
local ms = time.Millisecond

local function ask(name, takes)
  local answer = chan(1, "answer")
  go(function()
    time.Sleep(takes)
    answer:send("here I am")
  end)
  local case, text = select { recv(answer), recv(time.After(50 * ms)) }
  if case == 2 then text = "no answer, and I have waited long enough" end
  fmt.Printf("%-6s %s\n", name .. ":", text)
end

ask("swift", 10 * ms)
ask("slow", 80 * ms)
ask("never", time.Hour)
fmt.Println("all asked after", time.Now() // ms, "ms")
