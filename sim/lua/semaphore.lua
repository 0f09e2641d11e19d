-- semaphore.lua - golang.org/x/sync/semaphore: a weighted semaphore.
--
-- Those who wait are a list, first come first served: a large request at the
-- front holds up the small ones behind it, so that it is not starved. A waiter
-- is let in by closing its channel ready.

local chan, close, recv, default = chan, close, recv, default
local select, panic, setmetatable, need = select, panic, setmetatable, need

local semaphore, methods = {}, {}
local Weighted = { __name = "*semaphore.Weighted", __index = methods }

function semaphore.NewWeighted(n)
  need(n, "number", 1, "NewWeighted")
  return setmetatable({ size = n, cur = 0, mu = sync.Mutex("semaphore") }, Weighted)
end

-- --- the list of those who wait; the lock is held ---------------------------

local function push(s, w)
  w.prev = s.last
  if s.last then s.last.next = w else s.first = w end
  s.last = w
end

local function remove(s, w)
  if w.prev then w.prev.next = w.next else s.first = w.next end
  if w.next then w.next.prev = w.prev else s.last = w.prev end
end

-- Let in from the front whoever fits.
local function notify(s)
  local w = s.first
  while w and s.size - s.cur >= w.n do
    s.cur = s.cur + w.n
    remove(s, w)
    close(w.ready)
    w = s.first
  end
end

-- --- the operations -----------------------------------------------------------

local function is_closed(ch)
  return select { recv(ch), default() } == 1
end

-- ctx was done first: give back what came too late, or stop waiting.
local function give_up(s, w)
  s.mu:Lock()
  if is_closed(w.ready) then
    s.cur = s.cur - w.n
    notify(s)
  else
    local front = s.first == w
    remove(s, w)
    if front and s.size > s.cur then notify(s) end
  end
  s.mu:Unlock()
end

-- Wait for w to be let in, or for ctx.
local function wait(s, w, ctx, done)
  if select { recv(done), recv(w.ready) } == 1 then
    give_up(s, w)
    return ctx:Err()
  end
  if is_closed(done) then
    s:Release(w.n)
    return ctx:Err()
  end
  return nil
end

function methods:Acquire(ctx, n)
  if ctx == nil then need(ctx, "context", 1, "Acquire") end
  need(n, "number", 2, "Acquire")
  local done, mu = ctx:Done(), self.mu
  mu:Lock()
  if is_closed(done) then
    mu:Unlock()
    return ctx:Err()
  end
  if self.size - self.cur >= n and not self.first then
    self.cur = self.cur + n
    mu:Unlock()
    return nil
  end
  if n > self.size then
    mu:Unlock()
    select { recv(done) }
    return ctx:Err()
  end
  local w = { n = n, ready = chan(0, "semaphore.ready") }
  push(self, w)
  mu:Unlock()
  return wait(self, w, ctx, done)
end

function methods:TryAcquire(n)
  need(n, "number", 1, "TryAcquire")
  self.mu:Lock()
  local fits = self.size - self.cur >= n and not self.first
  if fits then self.cur = self.cur + n end
  self.mu:Unlock()
  return fits
end

function methods:Release(n)
  need(n, "number", 1, "Release")
  self.mu:Lock()
  self.cur = self.cur - n
  if self.cur < 0 then
    self.mu:Unlock()
    panic("semaphore: released more than held")
  end
  notify(self)
  self.mu:Unlock()
end

return semaphore
