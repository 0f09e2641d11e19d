local log = {}
local function L(...) log[#log + 1] = fmt.Sprintf(...) end
local ctx, cancel = context.WithCancel(context.Background())
context.AfterFunc(ctx, function() L("af1") end)
local stop = context.AfterFunc(ctx, function() L("af2") end)
L("%t", stop())
cancel()
L("cancelled")
L("%t", stop())
runtime.Gosched()
print(table.concat(log, " "))
