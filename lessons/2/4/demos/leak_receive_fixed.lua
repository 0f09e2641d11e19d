-- Somebody listens for an answer. Whoever gives up closes the channel.
local function ask(question)
  local answer = chan(0, "answer")
  go(function()
    local text, ok = answer:recv()
    fmt.Println("the oracle says:", ok and text or "nothing")
  end)
  fmt.Println("asked:", question)
  close(answer)
end

ask("will it rain?")
time.Sleep(time.Millisecond)
fmt.Println("main goes on, and nobody is left behind")
