go(function()
  local f
  print("starting nothing")
  go(f)
end)
time.Sleep(time.Minute)
print("never")
