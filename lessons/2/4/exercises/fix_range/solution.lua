local entries = chan(0, "entries")
local finished = chan(0, "finished")

local function keep_diary()
  for entry in range(entries) do
    fmt.Println("diary:", entry)
  end
  fmt.Println("diary closed")
  close(finished)
end

go(keep_diary)
entries:send("rain")
entries:send("sun")
close(entries)
finished:recv()
