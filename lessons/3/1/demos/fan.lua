-- Fan-out to three graders, fan-in to one list.
local essays = chan(0, "essays")
local marks = chan(0, "marks")
local grading = sync.WaitGroup("grading")

local function grader()
  local _ <close> = defer(grading.Done, grading)
  for essay in range(essays) do
    time.Sleep(#essay * time.Millisecond)
    marks:send({ essay = essay, mark = 1 + #essay % 6 })
  end
end

for _ = 1, 3 do
  grading:Add(1)
  go(grader)
end
go(function()
  for _, essay in ipairs({ "On Cats", "Trains", "Why Me", "My Summer" }) do
    essays:send(essay)
  end
  close(essays)
  grading:Wait()
  close(marks)
end)

for m in range(marks) do
  fmt.Println(m.essay, "gets a", m.mark)
end
