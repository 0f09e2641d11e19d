local function spin(name)
  local n = 0
  for i = 1, 100000 do n = n + 1 end
  print(name)
end
go(spin, "a")
go(spin, "b")
time.Sleep(time.Second)
