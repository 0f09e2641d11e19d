local talk = shared({ sentences = 0 }, "talk")
local floor = chan(0, "floor")
local mia_done = chan(1, "mia done")

local function talker(first)
  for _ = 1, 3 do
    if first then floor:send("well,") else floor:recv() end
    talk.sentences = talk.sentences + 1
    first = not first
    if first then floor:send("so,") else floor:recv() end
    talk.sentences = talk.sentences + 1
    first = not first
  end
end

local function mia()
  mia_done:send(talk.sentences)
end

go(talker, true)
go(talker, false)
go(mia)
fmt.Println("Mia spoke after", mia_done:recv(), "sentences")
