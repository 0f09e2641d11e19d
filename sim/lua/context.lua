-- context.lua - Go's package context.
--
-- A context that can be cancelled is two tables: the context itself, which
-- anybody may keep, and the power to end it, which its cancel function, its
-- timer, and the power over the context above hold. So the search for leaks
-- can tell a goroutine that waits for a context nobody can end any more: see
-- sever, at the end.
--
-- Go gives each context its own lock; here all that hang together share one,
-- which cancelling a thousand children then takes once. Contexts are made by
-- the thousand too, so both tables are arrays, whose places have names.

local KIND <const>, PARENT <const> = 1, 2 -- of every context

local KEY <const>, VALUE <const> = 3, 4 -- of one made by WithValue

local MU <const> = 3       -- of one that can be cancelled: the lock
local POWER <const> = 4    -- over it; false once it is done
local DONE <const> = 5     -- the Done channel; false until it is asked for
local ERR <const> = 6      -- false, then what ended it
local CAUSE <const> = 7    -- false, then why
local DEADLINE <const> = 8 -- its own, if it has one

local CTX <const> = 1      -- of a power: what it ends
local OVER <const> = 2     -- the power that this one is a kid of; false: none
local SLOT <const> = 3     -- its place among the kids
-- and by name: kids, those below that are still to be used, kids[0] of them;
-- timer, what will use it; f, what AfterFunc is to start

local chan, close, go, recv, default = chan, close, go, recv, default
local look = look
local select, nilchan, panic, seal = select, nilchan, panic, seal
local setmetatable, getmetatable, type, tostring = setmetatable, getmetatable, type, tostring
local Mutex, AfterFunc, Now, random = sync.Mutex, time.AfterFunc, time.Now, math.random

local errors, error_aid = import "errors"

local context = {}
local Empty, Value, Cancel, Without = {}, {}, {}, {} -- metatables, and kinds
local ours = { [Empty] = true, [Value] = true, [Cancel] = true, [Without] = true }

local Canceled = errors.New("context canceled")
local DeadlineExceeded = error_aid.make("context deadline exceeded",
  error_aid.kind("context.deadlineExceededError", {
    Timeout = function() return true end,
    Temporary = function() return true end,
  }))
context.Canceled, context.DeadlineExceeded = Canceled, DeadlineExceeded

-- The contexts whose Done channel has been asked for.
local watched = setmetatable({}, { __mode = "k" })

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

local function is_ours(ctx)
  return ours[ctx[KIND]] or false
end

local function get_deadline(ctx)
  while ctx[KIND] == Value or ctx[KIND] == Cancel do
    local d = ctx[DEADLINE]
    if d then return d, true end
    ctx = ctx[PARENT]
  end
  if is_ours(ctx) then return 0, false end
  return ctx:Deadline()
end

local function get_value(ctx, key)
  while is_ours(ctx) do
    if ctx[KIND] == Value and ctx[KEY] == key then return ctx[VALUE] end
    ctx = ctx[PARENT]
    if not ctx then return nil end
  end
  return ctx:Value(key)
end

local function class(mt, name, done, err, text)
  mt.__name = name
  mt.__index = { Done = done, Err = err, Deadline = get_deadline, Value = get_value }
  mt.__tostring = text
end

-- The closest context upwards that can be cancelled; false if none is ours.
local function nearest(ctx)
  while ctx[KIND] == Value do ctx = ctx[PARENT] end
  return ctx[KIND] == Cancel and ctx
end

-- --- the tree -----------------------------------------------------------------

-- Take p out of the kids of the one above. The lock is held.
local function leave(p)
  local over = p[OVER]
  if not over then return end
  p[OVER] = false
  local kids, slot = over.kids, p[SLOT]
  local n = kids[0]
  local last = kids[n]
  kids[slot] = last
  last[SLOT] = slot
  kids[n] = nil
  kids[0] = n - 1
end

-- End p's context and all below it, in no particular order, as Go does. The
-- lock is held.
local function finish(p, err, cause)
  local c, kids, timer, f = p[CTX], p.kids, p.timer, p.f
  local done = c[DONE]
  c[ERR], c[CAUSE], c[POWER], p[OVER] = err, cause, false, false
  if done then
    shut(done)
  else
    c[DONE] = closed
  end
  if kids then
    p.kids = nil
    local n = kids[0]
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
  local c = p[CTX]
  if faults and err == Canceled and skips("cancel", c) then return end
  local mu = c[MU]
  mu:Lock()
  if not c[ERR] then
    leave(p)
    if cause == nil then cause = err end
    finish(p, err, cause)
  end
  mu:Unlock()
end

-- Make p a power below near's. The lock is held.
local function join(p, near)
  if near[ERR] then
    finish(p, near[ERR], near[CAUSE])
    return
  end
  local over = near[POWER]
  local kids = over.kids
  if kids then
    local n = kids[0] + 1
    kids[n], kids[0], p[SLOT] = p, n, n
  else
    over.kids, p[SLOT] = { p, [0] = 1 }, 1
  end
  p[OVER] = over
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
    local own = p[CTX]:Done()
    go(function()
      if select { recv(done), recv(own) } == 1 then stop() end
    end)
  end
end

-- Complain about what is given to the function called name as a parent.
local function check(parent, name, level)
  if parent == nil then panic("cannot create context from nil parent") end
  if type(parent) ~= "table" then
    error("bad argument #1 to '" .. name .. "' (context expected, got " .. type(parent) .. ")",
      level)
  end
end

-- What make does when the parent itself cannot be cancelled.
local function make_below(parent, name)
  check(parent, name, 4)
  local near = nearest(parent)
  local p = { false, false, 0 }
  local c = { Cancel, parent, near and near[MU] or Mutex("context"), p, false, false, false }
  p[CTX] = setmetatable(c, Cancel)
  if near then
    local mu = c[MU]
    mu:Lock()
    join(p, near)
    mu:Unlock()
  else
    watch(parent, p)
  end
  return c, p
end

-- A new context below parent, and the power over it. If parent is done
-- already, so is the new one. name is the function that was asked for it.
local function make(parent, name)
  if not parent or parent[KIND] ~= Cancel then return make_below(parent, name) end
  local mu, p = parent[MU], { false, false, 0 }
  local c = setmetatable({ Cancel, parent, mu, p, false, false, false }, Cancel)
  p[CTX] = c
  mu:Lock()
  join(p, parent)
  mu:Unlock()
  return c, p
end

-- --- contexts that can be cancelled -----------------------------------------

local function cancel_done(c)
  local done = c[DONE]
  if done then return done end
  local mu = c[MU]
  mu:Lock()
  done = c[DONE]
  if not done then
    done = done_channel()
    c[DONE], watched[c] = done, true
  end
  mu:Unlock()
  return done
end

-- Once there is an error, Done is closed: also for who asks in between.
local function cancel_err(c)
  look(c[MU])
  local err = c[ERR]
  if not err then return nil end
  cancel_done(c):recv()
  return err
end

class(Cancel, "*context.cancelCtx", cancel_done, cancel_err, function(c)
  local above, deadline = tostring(c[PARENT]), c[DEADLINE]
  if deadline then
    return above .. ".WithDeadline(" .. time.String(deadline) .. " ["
      .. time.String(deadline - Now()) .. "])"
  end
  return above .. ".WithCancel"
end)

function context.WithCancel(parent)
  local c, p = make(parent, "WithCancel")
  return c, function() cancel(p, Canceled) end
end

function context.WithCancelCause(parent)
  local c, p = make(parent, "WithCancelCause")
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
  local c, p = make(parent)
  if ok and t < deadline then return c, function() cancel(p, Canceled) end end
  c[DEADLINE] = deadline
  local function expire()
    cancel(p, DeadlineExceeded, cause)
  end
  local left = deadline - Now()
  if left <= 0 then
    expire()
  else
    local mu = c[MU]
    mu:Lock()
    if not c[ERR] then p.timer = AfterFunc(left, expire) end
    mu:Unlock()
  end
  return c, function() cancel(p, Canceled) end
end

function context.WithDeadlineCause(parent, t, cause)
  check(parent, "WithDeadlineCause", 3)
  return with_deadline(parent, whole(t, "WithDeadlineCause"), cause)
end

function context.WithDeadline(parent, t)
  check(parent, "WithDeadline", 3)
  return with_deadline(parent, whole(t, "WithDeadline"))
end

local function from_now(d)
  local now = Now()
  return d > math.maxinteger - now and math.maxinteger or now + d
end

function context.WithTimeoutCause(parent, d, cause)
  check(parent, "WithTimeoutCause", 3)
  return with_deadline(parent, from_now(whole(d, "WithTimeoutCause")), cause)
end

function context.WithTimeout(parent, d)
  check(parent, "WithTimeout", 3)
  return with_deadline(parent, from_now(whole(d, "WithTimeout")))
end

-- Start f in a goroutine of its own when ctx is done. The result stops that.
function context.AfterFunc(ctx, f)
  check(ctx, "AfterFunc", 3)
  local c, p = make(ctx)
  local mu = c[MU]
  mu:Lock()
  if c[ERR] then go(f) else p.f = f end
  mu:Unlock()
  return function()
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
  local c = nearest(ctx)
  if c then
    local mu = c[MU]
    mu:Lock()
    local cause = c[CAUSE]
    mu:Unlock()
    if cause then return cause end
  end
  return ctx:Err()
end

-- --- contexts that cannot -------------------------------------------------------

class(Empty, "context.emptyCtx", no_channel, no_error, function(c) return c.name end)

local background = setmetatable({ Empty, name = "context.Background" }, Empty)
local todo = setmetatable({ Empty, name = "context.TODO" }, Empty)

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
  function(c) return c[PARENT]:Done() end,
  function(c) return c[PARENT]:Err() end,
  function(c)
    return tostring(c[PARENT]) .. ".WithValue(" .. part(c[KEY]) .. ", " .. part(c[VALUE]) .. ")"
  end)

function context.WithValue(parent, key, value)
  check(parent, "WithValue", 3)
  if key == nil then panic("nil key") end
  return setmetatable({ Value, parent, key, value }, Value)
end

class(Without, "context.withoutCancelCtx", no_channel, no_error, function(c)
  return tostring(c[PARENT]) .. ".WithoutCancel"
end)

function context.WithoutCancel(parent)
  check(parent, "WithoutCancel", 3)
  return setmetatable({ Without, parent }, Without)
end

-- --- the search for leaks -------------------------------------------------------

local closer -- the power by Done channel, weakly, once the contexts are severed

local function sever_tree(p)
  local c = p[CTX]
  p[OVER], c[POWER] = false, false
  if c[DONE] then closer[c[DONE]] = p end
  local kids = p.kids
  for i = 1, kids and kids[0] or 0 do sever_tree(kids[i]) end
end

-- Take from all contexts that somebody may wait for the way to their powers,
-- and return the powers by Done channel, weakly: after a collection, those are
-- left that something can still use. Contexts are not usable any more: this
-- is for a copy of the world that will be dropped.
local function sever()
  if closer then return closer end
  closer = setmetatable({}, { __mode = "kv" })
  for c in pairs(watched) do
    local p = c[POWER]
    if p then
      while p[OVER] do p = p[OVER] end
      sever_tree(p)
    end
  end
  return closer
end

return context, sever
