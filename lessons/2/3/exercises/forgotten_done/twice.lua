local saving = sync.WaitGroup("saving")

local function save(file)
  local _ <close> = defer(saving.Done, saving)
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
saving:Wait()
fmt.Println("finished")
