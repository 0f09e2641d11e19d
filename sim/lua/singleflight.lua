-- singleflight.lua - golang.org/x/sync/singleflight: one call for many callers.
--
-- A call's end is "returned", "panicked" or "exited" (runtime.Goexit), and the
-- callers that waited end the same way.

local chan, go, defer, panic, pcall = chan, go, defer, panic, pcall
local select, setmetatable, need = select, setmetatable, need

local singleflight, methods = {}, {}
local Group = { __name = "*singleflight.Group", __index = methods }

function singleflight.New()
  return setmetatable({ mu = sync.Mutex("singleflight"), calls = {} }, Group)
end

local function begin(g, key)
  local c = { wg = sync.WaitGroup("singleflight"), dups = 0 }
  c.wg:Add(1)
  g.calls[key] = c
  return c
end

local function deliver(c)
  for _, ch in ipairs(c.chans or {}) do
    ch:send { Val = c.val, Err = c.err, Shared = c.dups > 0 }
  end
end

local function finish(g, c, key)
  c.ended = c.ended or "exited"
  g.mu:Lock()
  c.wg:Done()
  if g.calls[key] == c then g.calls[key] = nil end
  if c.ended == "returned" then deliver(c) end
  g.mu:Unlock()
end

-- A panic that those who wait on channels could not see must end the program.
local function raise(c)
  if c.chans then
    go(panic, c.val)
    select {}
  end
  panic(c.val)
end

local function run(g, c, key, f)
  do
    local _ <close> = defer(finish, g, c, key)
    local ok, val, err = pcall(f)
    c.val, c.err = val, err
    c.ended = ok and "returned" or "panicked"
  end
  if c.ended == "panicked" then raise(c) end
end

-- f() is called once for all that ask for key meanwhile. Returns its value and
-- error, and whether they went to more than one caller.
function methods:Do(key, f)
  need(key, "value", 1, "Do")
  need(f, "function", 2, "Do")
  self.mu:Lock()
  local c = self.calls[key]
  if not c then
    c = begin(self, key)
    self.mu:Unlock()
    run(self, c, key, f)
    return c.val, c.err, c.dups > 0
  end
  c.dups = c.dups + 1
  self.mu:Unlock()
  c.wg:Wait()
  if c.ended == "panicked" then panic(c.val) end
  if c.ended == "exited" then runtime.Goexit() end
  return c.val, c.err, true
end

-- The same in a goroutine of its own; the result comes on the channel.
function methods:DoChan(key, f)
  need(key, "value", 1, "DoChan")
  need(f, "function", 2, "DoChan")
  local ch = chan(1, "singleflight")
  self.mu:Lock()
  local c = self.calls[key]
  if c then
    c.dups = c.dups + 1
    c.chans = c.chans or {}
    c.chans[#c.chans + 1] = ch
    self.mu:Unlock()
    return ch
  end
  c = begin(self, key)
  c.chans = { ch }
  self.mu:Unlock()
  go(run, self, c, key, f)
  return ch
end

-- The next call for key runs anew, whatever is under way.
function methods:Forget(key)
  self.mu:Lock()
  self.calls[key] = nil
  self.mu:Unlock()
end

return singleflight
