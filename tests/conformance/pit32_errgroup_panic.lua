local g = errgroup.New()
g:Go(function()
  time.Sleep(time.Hour)
  return nil
end)
g:Go(function() panic("worker exploded") end)
fmt.Println(g:Wait())
print("never")
