local talk = shared({ sentences = 0 }, "talk")
local floor = chan(0, "floor")
local mia_done = chan(1, "mia done")

local function talker(speaks)
  for _ = 1, 4 do
    if speaks then
      talk.sentences = talk.sentences + 1
      floor:send("and then I said,")
    else
      floor:recv()
    end
    speaks = not speaks
  end
end

local function mia()
  mia_done:send(talk.sentences)
end

go(talker, true)
go(talker, false)
go(mia)
fmt.Println("Mia spoke after", mia_done:recv(), "sentences")
