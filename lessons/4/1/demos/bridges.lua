-- One plain cell goes through seven pairs of hands, over six bridges.
local baton = shared({ hands = 0 }, "baton")
local post, bell = chan(0, "post"), chan(0, "bell")
local mu, once = sync.Mutex("mu"), sync.Once("once")
local home = sync.WaitGroup("home")

local function take()
  baton.hands = baton.hands + 1
end

mu:Lock()
home:Add(2)
take()
go(function()      -- 1: go, before what it starts
  take()
  post:send(true)  -- 2: a send, before its receive is done
end)
go(function()
  post:recv()
  take()
  close(bell)      -- 3: a close, before the receive that learns of it
end)
go(function()
  bell:recv()
  take()
  mu:Unlock()      -- 4: an Unlock, before the next Lock
end)

local function last_runner()
  once:Do(take)    -- 5: the one call, before every Do returns
  fmt.Println("carried by", baton.hands)
  home:Done()      -- 6: a Done, before the Wait that it ends
end

mu:Lock()
take()
go(last_runner)
go(last_runner)
home:Wait()
take()
fmt.Println("home, after", baton.hands)
