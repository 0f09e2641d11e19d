local answer = chan(0, "answer")
local stop = chan(0, "stop")

local function think()
  answer:send(42)
end

local function lose_patience()
  close(stop)
end

go(lose_patience)
go(think)
local case, number = select { recv(answer), recv(stop) }
fmt.Println(case == 1 and number or "no patience left")
