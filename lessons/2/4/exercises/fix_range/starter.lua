local entries = chan(0, "entries")

local function keep_diary()
  for entry in range(entries) do
    fmt.Println("diary:", entry)
  end
  fmt.Println("diary closed")
end

go(keep_diary)
entries:send("rain")
entries:send("sun")
