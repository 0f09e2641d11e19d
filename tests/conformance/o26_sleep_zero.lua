local log = {}
local function L(...) log[#log + 1] = fmt.Sprintf(...) end
go(function() L("g") end)
time.Sleep(0)
L("a")
time.After(0):recv()
L("b")
print(table.concat(log, " "))
time.Sleep(1)
L("c")
local all = table.concat(log, " ")
print(all == "a b c" or all == "a b g c")
