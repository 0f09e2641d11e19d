-- Each leaves a note on the desk, and then looks for the other's note.
local desk = shared({ anns = 0, bobs = 0 }, "desk")
local done = sync.WaitGroup("done")
local seen_by_ann, seen_by_bob

done:Add(2)
go(function()
  desk.anns = 1
  seen_by_ann = desk.bobs
  done:Done()
end)
go(function()
  desk.bobs = 1
  seen_by_bob = desk.anns
  done:Done()
end)
done:Wait()
fmt.Println("Ann finds", seen_by_ann, "and Bob finds", seen_by_bob)
