for i = 1, 3 do
  go(function()
    local _ <close> = defer(print, "deferred", i)
    time.Sleep(time.Hour)
    print("never", i)
  end)
end
time.Sleep(20 * time.Millisecond)
print("main returns")
