local desk = chan(1, "desk")

local function bring(paper)
  desk:send(paper)
end

for paper = 1, 3 do
  go(bring, paper)
end
time.Sleep(time.Millisecond)
fmt.Println("good morning")
for _ = 1, 3 do
  desk:recv()
end
