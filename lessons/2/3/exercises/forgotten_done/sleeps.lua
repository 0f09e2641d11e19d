local saving = sync.WaitGroup("saving")

local function save(file)
  if file == "" then
    fmt.Println("a file without a name")
    return
  end
  fmt.Println("saved " .. file)
  saving:Done()
end

for _, file in ipairs({ "a.txt", "", "b.txt" }) do
  saving:Add(1)
  go(save, file)
end
time.Sleep(time.Second)
fmt.Println("finished")
