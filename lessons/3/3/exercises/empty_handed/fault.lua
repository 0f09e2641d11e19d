-- Without default main waits for the letter.
local mailbox = chan(1, "mailbox")

go(function()
  mailbox:send("a letter")
end)

local case, letter = select { recv(mailbox) }
fmt.Println(case == 1 and letter or "nothing yet")
