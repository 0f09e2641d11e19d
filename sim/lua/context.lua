-- context.lua - Go's package context.
--
-- A context that can be cancelled is two tables: the context itself, which
-- anybody may keep, and the power to end it, which its cancel function, its
-- timer, and the power over the context above hold. Contexts find their power
-- only weakly, so that the search for leaks can tell a goroutine that waits
-- for a context nobody can end any more (the second result of this chunk).
--
-- Go gives each context its own lock; here all that hang together share one,
-- which cancelling a thousand children then takes once.
--
-- Fields of a context:
--   parent    the context it was made from
--   nearest   the closest one, upwards and itself included, that can be cancelled
--   values    the closest one, upwards and itself included, made by WithValue,
--             which has key, value, and outer, its own parent's values
--   deadline  the earliest one, upwards and itself included, or nil
-- and of one that can be cancelled:
--   mu        the lock
--   done      the Done channel, made when it is asked for
--   err, cause   set once it is done
-- Fields of a power, all under the lock:
--   ctx       what it ends
--   kids      the powers below it that are still to be used
--   over, slot   the one above in whose kids it is, and where
--   timer     what will use it, if it has a deadline
--   f         what AfterFunc is to start

local chan, close, go, recv, default = chan, close, go, recv, default
local select, nilchan, panic, seal = select, nilchan, panic, seal
local setmetatable, getmetatable, type, tostring = setmetatable, getmetatable, type, tostring
local Mutex, AfterFunc, Now, random = sync.Mutex, time.AfterFunc, time.Now, math.random

local errors, error_aid = import "errors"

local context = {}
local Empty, Value, Cancel, Without = {}, {}, {}, {}

local Canceled = errors.New("context canceled")
local DeadlineExceeded = error_aid.make("context deadline exceeded",
  error_aid.kind("context.deadlineExceededError", {
    Timeout = function() return true end,
    Temporary = function() return true end,
  }))
context.Canceled, context.DeadlineExceeded = Canceled, DeadlineExceeded

-- The power over a context, and over who waits for a Done channel.
local weak = { __mode = "kv" }
local power_of, closer_of = setmetatable({}, weak), setmetatable({}, weak)

-- Only we may close a Done channel.
local function done_channel()
  return seal(chan(0, "ctx.Done"))
end

local function shut(done)
  seal(done, false)
  close(done)
end

-- What Done gives for a context that ended before anybody asked.
local closed = done_channel()
shut(closed)

-- --- what all contexts can do -----------------------------------------------

local function no_channel()
  return nilchan
end

local function no_error()
  return nil
end

local function get_deadline(ctx)
  local d = ctx.deadline
  return d or 0, d ~= nil
end

local function get_value(ctx, key)
  local at = ctx.values
  while at do
    if at.foreign then return at.foreign:Value(key) end
    if at.key == key then return at.value end
    at = at.outer
  end
  return nil
end

local function class(mt, name, done, err, text)
  mt.__name = name
  mt.__index = { Done = done, Err = err, Deadline = get_deadline, Value = get_value }
  mt.__tostring = text
end

local function is_ours(ctx)
  local mt = getmetatable(ctx)
  return mt == Cancel or mt == Value or mt == Empty or mt == Without
end

-- --- the tree -----------------------------------------------------------------

-- Take p out of the kids of the one above. The lock is held.
local function leave(p)
  local over = p.over
  if not over then return end
  p.over = nil
  local kids, slot = over.kids, p.slot
  local n = #kids
  local last = kids[n]
  kids[slot] = last
  last.slot = slot
  kids[n] = nil
end

-- End p's context and all below it, in no particular order, as Go does. The
-- lock is held.
local function finish(p, err, cause)
  local c, kids, timer, f = p.ctx, p.kids, p.timer, p.f
  c.err, c.cause, p.over = err, cause, nil
  local done = c.done
  if done then
    shut(done)
  else
    c.done = closed
  end
  if kids then
    p.kids = nil
    local n = #kids
    local first = n > 1 and random(n) or 1
    for i = first, n do finish(kids[i], err, cause) end
    for i = 1, first - 1 do finish(kids[i], err, cause) end
  end
  if timer then
    p.timer = nil
    timer:Stop()
  end
  if f then
    p.f = nil
    go(f)
  end
end

local function cancel(p, err, cause)
  local c = p.ctx
  local mu = c.mu
  mu:Lock()
  if c.err == nil then
    leave(p)
    if cause == nil then cause = err end
    finish(p, err, cause)
  end
  mu:Unlock()
end

-- Have a context that is not one of ours use p.
local function watch(parent, p)
  local done = parent:Done()
  if done == nil or done == nilchan then return end
  local function stop()
    cancel(p, parent:Err(), context.Cause(parent))
  end
  if select { recv(done), default() } == 1 then
    stop()
  elseif parent.AfterFunc then
    parent:AfterFunc(stop)
  else
    local own = p.ctx:Done()
    go(function()
      if select { recv(done), recv(own) } == 1 then stop() end
    end)
  end
end

-- Enter p, the power over c, below the one over; the lock is held. If that is
-- done already, so is c.
local function join(p, over)
  local above = over.ctx
  if above.err ~= nil then
    finish(p, above.err, above.cause)
    return
  end
  local kids = over.kids
  if kids then
    local n = #kids + 1
    kids[n], p.slot = p, n
  else
    over.kids, p.slot = { p }, 1
  end
  p.over = over
end

-- Give c, made from parent, its lock and its power, which is returned.
local function enter(c, parent, f)
  local p = { ctx = c, over = nil, slot = nil, f = f }
  local near = is_ours(parent) and parent.nearest
  power_of[c] = p
  if not near then
    c.mu = Mutex("context")
    watch(parent, p)
    return p
  end
  local over, mu = power_of[near], near.mu
  c.mu = mu
  mu:Lock()
  if over then
    join(p, over)
  elseif near.err ~= nil then
    finish(p, near.err, near.cause)
  end
  mu:Unlock()
  return p
end

local function check_parent(parent, name)
  if parent == nil then panic("cannot create context from nil parent") end
  if type(parent) ~= "table" then
    error("bad argument #1 to '" .. name .. "' (context expected, got " .. type(parent) .. ")", 3)
  end
end

-- What a child of parent begins with; deadline: its own, if it has one.
local function child(parent, mt, deadline)
  local values
  if is_ours(parent) then
    values = parent.values
    deadline = deadline or parent.deadline
  else
    values = { foreign = parent }
    if not deadline then
      local t, ok = parent:Deadline()
      deadline = ok and t or nil
    end
  end
  return setmetatable({
    parent = parent, values = values, deadline = deadline,
    nearest = nil, mu = nil, done = nil, err = nil, cause = nil,
  }, mt)
end

local function cancellable(parent, deadline)
  local c = child(parent, Cancel, deadline)
  c.nearest = c
  return c
end

-- --- contexts that can be cancelled -----------------------------------------

local function cancel_done(c)
  local done = c.done
  if done then return done end
  local mu = c.mu
  mu:Lock()
  done = c.done
  if not done then
    done = done_channel()
    closer_of[done], c.done = power_of[c], done
  end
  mu:Unlock()
  return done
end

-- Once there is an error, Done is closed: also for who asks in between.
local function cancel_err(c)
  local err = c.err
  if err ~= nil then cancel_done(c):recv() end
  return err
end

class(Cancel, "*context.cancelCtx", cancel_done, cancel_err, function(c)
  local over = tostring(c.parent)
  if c.timed then
    return over .. ".WithDeadline(" .. time.String(c.deadline) .. " ["
      .. time.String(c.deadline - Now()) .. "])"
  end
  return over .. ".WithCancel"
end)

function context.WithCancel(parent)
  check_parent(parent, "WithCancel")
  local c = cancellable(parent)
  local p = enter(c, parent)
  return c, function() cancel(p, Canceled) end
end

function context.WithCancelCause(parent)
  check_parent(parent, "WithCancelCause")
  local c = cancellable(parent)
  local p = enter(c, parent)
  return c, function(cause) cancel(p, Canceled, cause) end
end

-- Durations and times are whole nanoseconds; a fraction is cut off.
local function whole(d, name)
  if math.type(d) == "integer" then return d end
  if type(d) ~= "number" then
    error("bad argument #2 to '" .. name .. "' (number expected, got " .. type(d) .. ")", 3)
  end
  local n = math.tointeger(d >= 0 and math.floor(d) or math.ceil(d))
  return n or (d > 0 and math.maxinteger or math.mininteger)
end

local function with_deadline(parent, deadline, cause)
  local t, ok = parent:Deadline()
  if ok and t < deadline then return context.WithCancel(parent) end
  local c = cancellable(parent, deadline)
  c.timed = true
  local p = enter(c, parent)
  local function expire()
    cancel(p, DeadlineExceeded, cause)
  end
  local left = deadline - Now()
  if left <= 0 then
    expire()
  else
    local mu = c.mu
    mu:Lock()
    if c.err == nil then p.timer = AfterFunc(left, expire) end
    mu:Unlock()
  end
  return c, function() cancel(p, Canceled) end
end

function context.WithDeadlineCause(parent, t, cause)
  check_parent(parent, "WithDeadlineCause")
  return with_deadline(parent, whole(t, "WithDeadlineCause"), cause)
end

function context.WithDeadline(parent, t)
  check_parent(parent, "WithDeadline")
  return with_deadline(parent, whole(t, "WithDeadline"))
end

local function from_now(d)
  local now = Now()
  return d > math.maxinteger - now and math.maxinteger or now + d
end

function context.WithTimeoutCause(parent, d, cause)
  check_parent(parent, "WithTimeoutCause")
  return with_deadline(parent, from_now(whole(d, "WithTimeoutCause")), cause)
end

function context.WithTimeout(parent, d)
  check_parent(parent, "WithTimeout")
  return with_deadline(parent, from_now(whole(d, "WithTimeout")))
end

-- Start f in a goroutine of its own when ctx is done. The result stops that.
function context.AfterFunc(ctx, f)
  check_parent(ctx, "AfterFunc")
  local c = cancellable(ctx)
  local p = enter(c, ctx, f)
  return function()
    local mu = c.mu
    mu:Lock()
    local stopped = p.f ~= nil
    if stopped then
      p.f = nil
      leave(p)
      finish(p, Canceled, Canceled)
    end
    mu:Unlock()
    return stopped
  end
end

function context.Cause(ctx)
  local c = is_ours(ctx) and ctx.nearest
  if c then
    local mu = c.mu
    mu:Lock()
    local cause = c.cause
    mu:Unlock()
    if cause ~= nil then return cause end
  end
  return ctx:Err()
end

-- --- contexts that cannot -------------------------------------------------------

class(Empty, "context.emptyCtx", no_channel, no_error, function(c) return c.name end)

local background = setmetatable({ name = "context.Background" }, Empty)
local todo = setmetatable({ name = "context.TODO" }, Empty)

function context.Background()
  return background
end

function context.TODO()
  return todo
end

-- A part of a context's name: strings as they are, else what kind it is.
local function part(v)
  local mt = getmetatable(v)
  if v == nil then return "<nil>" end
  if type(v) == "string" or (type(mt) == "table" and mt.__tostring) then return tostring(v) end
  if type(v) == "boolean" then return "bool" end
  if type(v) == "number" then return math.type(v) == "integer" and "int" or "float64" end
  return type(v)
end

class(Value, "*context.valueCtx",
  function(c) return c.parent:Done() end,
  function(c) return c.parent:Err() end,
  function(c)
    return tostring(c.parent) .. ".WithValue(" .. part(c.key) .. ", " .. part(c.value) .. ")"
  end)

function context.WithValue(parent, key, value)
  check_parent(parent, "WithValue")
  if key == nil then panic("nil key") end
  local c = child(parent, Value)
  c.nearest = is_ours(parent) and parent.nearest or nil
  c.key, c.value, c.outer = key, value, c.values
  c.values = c
  return c
end

class(Without, "context.withoutCancelCtx", no_channel, no_error, function(c)
  return tostring(c.parent) .. ".WithoutCancel"
end)

function context.WithoutCancel(parent)
  check_parent(parent, "WithoutCancel")
  local c = child(parent, Without)
  c.deadline = nil
  return c
end

-- closer_of[ch]: what must be reachable for someone to close Done channel ch.
return context, closer_of
