local function worker(name)
  fmt.Println(name .. " goes home")
end

go(worker, "Ada")
go(worker, "Ben")
time.Sleep(time.Second)
fmt.Println("lights out")
