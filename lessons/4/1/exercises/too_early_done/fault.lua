-- One Done is enough, then? The other is still not waited for.
local marks = shared({ art = 0, music = 0 }, "marks")
local graded = sync.WaitGroup("graded")

local function grade_art()
  marks.art = 7
  graded:Done()
end

local function grade_music()
  marks.music = 9
end

graded:Add(1)
go(grade_art)
go(grade_music)
graded:Wait()
fmt.Println("art", marks.art, "music", marks.music)
