-- A buffer for an answer that does not come.
local function ask(question)
  local answer = chan(1, "answer")
  go(function()
    local text = answer:recv()
    fmt.Println("the oracle says:", text)
  end)
  fmt.Println("asked:", question)
end

ask("will it rain?")
time.Sleep(time.Millisecond)
fmt.Println("main goes on, and nobody is left behind")
