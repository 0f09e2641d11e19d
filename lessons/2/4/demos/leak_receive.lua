-- Somebody listens for an answer. Nobody gives one.
local function ask(question)
  local answer = chan(0, "answer")
  go(function()
    local text = answer:recv()
    fmt.Println("the oracle says:", text)
  end)
  fmt.Println("asked:", question)
end

ask("will it rain?")
time.Sleep(time.Millisecond)
fmt.Println("main goes on as if nothing had happened")
