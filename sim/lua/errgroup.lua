-- errgroup.lua - golang.org/x/sync/errgroup: goroutines that share a fate.

local chan, go, send, default, defer = chan, go, send, default, defer
local select, panic, setmetatable, need = select, panic, setmetatable, need

local errgroup, methods = {}, {}
local Group = { __name = "*errgroup.Group", __index = methods }

local function done(g)
  local sem = g.sem
  if sem then sem:recv() end
  g.wg:Done()
end

function errgroup.New()
  local g = setmetatable({
    wg = sync.WaitGroup("errgroup"), mu = sync.Mutex("errgroup"), sem = false }, Group)
  g.leave = defer(done, g) -- one for all tasks
  return g
end

function errgroup.WithContext(ctx)
  local g, context = errgroup.New(), import "context"
  local inner, cancel = context.WithCancelCause(ctx)
  g.cancel = cancel
  return g, inner
end

-- Keep the first error, and cancel the context with it.
local function fail(g, err)
  g.mu:Lock()
  if not g.failed then
    g.failed, g.err = true, err
    if g.cancel then g.cancel(err) end
  end
  g.mu:Unlock()
end

local function run(g, f)
  local _ <close> = g.leave
  local err = f()
  if err ~= nil then fail(g, err) end
end

-- With a limit, the caller waits here for a place.
function methods:Go(f)
  need(f, "function", 1, "Go")
  local sem = self.sem
  if sem then sem:send(true) end
  self.wg:Add(1)
  go(run, self, f)
end

-- Start f if there is a place now; says whether.
function methods:TryGo(f)
  need(f, "function", 1, "TryGo")
  if self.sem and select { send(self.sem, true), default() } == 2 then
    return false
  end
  self.wg:Add(1)
  go(run, self, f)
  return true
end

-- At most n at once; a negative n: any number.
function methods:SetLimit(n)
  need(n, "number", 1, "SetLimit")
  if n < 0 then
    self.sem = false
    return
  end
  local active = self.sem and #self.sem or 0
  if active ~= 0 then
    panic(("errgroup: modify limit while %d goroutines in the group are still active"):format(active))
  end
  self.sem = chan(n, "errgroup.sem")
end

function methods:Wait()
  self.wg:Wait()
  if self.cancel then self.cancel(self.err) end
  return self.err
end

return errgroup
