local note = shared({ before = 1, after = 1 }, "note")
local done = sync.WaitGroup("done")

local function child()
  fmt.Println(note.before, note.after)
  done:Done()
end

done:Add(1)
note.before = 2
go(child)
note.after = 2
done:Wait()
