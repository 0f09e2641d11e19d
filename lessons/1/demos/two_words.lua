-- Two goroutines spell one word each, on the same line of paper.
local done = chan(0, "done")

local function spell(word)
  for letter in word:gmatch(".") do
    fmt.Printf("%s", letter)
    runtime.Gosched()
  end
  done:send(word)
end

go(spell, "hello")
go(spell, "WORLD")
local first = done:recv()
local second = done:recv()
fmt.Printf("\n%s was finished first, then %s\n", first, second)
