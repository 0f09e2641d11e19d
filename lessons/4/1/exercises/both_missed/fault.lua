-- Each looks first, and leaves its note afterwards: now both can miss.
local desk = shared({ anns = 0, bobs = 0 }, "desk")
local done = sync.WaitGroup("done")
local seen_by_ann, seen_by_bob

done:Add(2)
go(function()
  seen_by_ann = desk.bobs
  desk.anns = 1
  done:Done()
end)
go(function()
  seen_by_bob = desk.anns
  desk.bobs = 1
  done:Done()
end)
done:Wait()
fmt.Println("Ann finds", seen_by_ann, "and Bob finds", seen_by_bob)
