-- context.lua - Go's package context.
--
-- A context that can be cancelled is two tables: the context itself, which
-- anybody may keep, and the power to end it, which its cancel function, its
-- timer, and the power over the context above hold. So the search for leaks
-- can tell a goroutine that waits for a context nobody can end any more: see
-- sever, at the end.
--
-- Go gives each context its own lock; here all that hang together share one,
-- which cancelling a thousand children then takes once. And Go enters each
-- context among the children of the one above; here that is put off until
-- there is something to do once that one ends: until somebody asks for the Done
-- channel, or there is a timer or a function. What has ended a context is
-- looked up in those above it. So most of them cost nothing to end. They are
-- made by the thousand too: both tables are arrays, whose places have names.

local KIND <const> = 1  -- of every context
local PARENT <const> = 2

local KEY <const> = 3   -- of one made by WithValue
local VALUE <const> = 4

local MU <const> = 3    -- of one that can be cancelled: the lock
local NEAR <const> = 4  -- the closest above that can be too; false: none
local POWER <const> = 5 -- over it; false once it has been used
local DONE <const> = 6  -- the Done channel; false until it is asked for
local ERR <const> = 7   -- what ended it before all above it; false: nothing
-- and by name: cause, why, if that is not ERR; deadline, its own

local CTX <const> = 1   -- of a power: what it ends
local WORK <const> = 2  -- what else is to be done then; false: nothing
-- its work has by name: over, the power that it is a kid of, and slot, its place
-- there; kids, those below that are still to be used, kids[0] of them; timer,
-- what will use it; f, what AfterFunc is to start

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
    local d = ctx.deadline
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

-- What has ended c, and why; false: nothing. The lock is held, or an explorer
-- has been told that what it guards is read.
local function fate(c)
  repeat
    local err = c[ERR]
    if err then return err, c.cause or err end
    c = c[NEAR]
  until not c
  return false
end

-- The kids of p's work.
local function kids_of(p)
  local work = p[WORK]
  if not work then
    work = {}
    p[WORK] = work
  end
  local kids = work.kids
  if not kids then
    kids = { [0] = 0 }
    work.kids = kids
  end
  return kids
end

-- Have p used when a context above its own ends, none of which has. The lock
-- is held.
local function enter(p)
  local near = p[CTX][NEAR]
  while near do
    local work, over = p[WORK], near[POWER]
    if work and work.over then return end
    local kids = kids_of(over)
    local n = kids[0] + 1
    kids[n], kids[0] = p, n
    if work then
      work.over, work.slot = over, n
    else
      p[WORK] = { over = over, slot = n }
    end
    p, near = over, near[NEAR]
  end
end

-- The same, with more to do then: value is a timer or f. The lock is held.
local function enter_with(p, name, value)
  enter(p)
  local work = p[WORK]
  if work then
    work[name] = value
  else
    p[WORK] = { [name] = value }
  end
end

-- Take p, which is to end, out of the kids of the one above. The lock is held.
local function leave(p)
  local work = p[WORK]
  if not work or not work.over then return end
  local kids, slot = work.over[WORK].kids, work.slot
  local n = kids[0]
  local last = kids[n]
  kids[slot] = last
  last[WORK].slot = slot
  kids[n] = nil
  kids[0] = n - 1
end

local finish

-- What else is to be done as the context of a power ends.
local function finish_work(work, err, cause)
  local kids, timer, f = work.kids, work.timer, work.f
  if kids then
    local n = kids[0]
    local first = n > 1 and random(n) or 1
    for i = first, n do finish(kids[i], err, cause) end
    for i = 1, first - 1 do finish(kids[i], err, cause) end
  end
  if timer then timer:Stop() end
  if f then go(f) end
end

-- End p's context and all that have entered below it, in no particular order,
-- as Go does. cause may be nil. The lock is held.
function finish(p, err, cause)
  local c, work = p[CTX], p[WORK]
  local done = c[DONE]
  c[ERR] = err
  c[POWER] = false
  if cause then c.cause = cause end
  if done then shut(done) end
  if work then
    p[WORK] = false
    finish_work(work, err, cause)
  end
end

local function cancel(p, err, cause)
  local c = p[CTX]
  if faults and err == Canceled and skips("cancel", c) then return end
  local mu = c[MU]
  mu:Lock()
  local near = c[NEAR]
  if not c[ERR] and not (near and fate(near)) then
    if near then leave(p) end
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
    local own = p[CTX]:Done()
    go(function()
      if select { recv(done), recv(own) } == 1 then stop() end
    end)
  end
end

-- A context is one of ours, or a table that has what one has.
local function is_context(v)
  return type(v) == "table" and (ours[v[KIND]] or type(v.Done) == "function")
end

local function expected(what, n, name, got, level)
  error("bad argument #" .. n .. " to '" .. name .. "' (" .. what .. " expected, got " ..
    type(got) .. ")", level + 1)
end

-- Complain about what is given to the function called name as a parent.
local function check(parent, name, level)
  if parent == nil then panic("cannot create context from nil parent") end
  if not is_context(parent) then expected("context", 1, name, parent, level) end
end

local function is_callable(f)
  if type(f) == "function" then return true end
  local mt = getmetatable(f)
  return type(mt) == "table" and mt.__call ~= nil
end

-- What make does when parent cannot be cancelled itself, but may be below one
-- that can.
local function make_below(parent, name)
  check(parent, name, 4)
  local near, p = nearest(parent), { false, false }
  p[CTX] = setmetatable({ Cancel, parent, near and near[MU] or Mutex("context"), near, p,
    false, false }, Cancel)
  if not near then watch(parent, p) end
  return p
end

-- The power over a new context below parent. If parent is done already, so is
-- the new one. name is the function that was asked for it.
local function make(parent, name)
  local kind = parent and parent[KIND]
  if kind == Cancel then
    local p = { false, false }
    p[CTX] = setmetatable({ Cancel, parent, parent[MU], parent, p, false, false }, Cancel)
    return p
  end
  if kind == Empty then
    local p = { false, false }
    p[CTX] = setmetatable({ Cancel, parent, Mutex("context"), false, p, false, false }, Cancel)
    return p
  end
  return make_below(parent, name)
end

-- --- contexts that can be cancelled -----------------------------------------

local function cancel_done(c)
  local done = c[DONE]
  if done then return done end
  local mu = c[MU]
  mu:Lock()
  done = c[DONE]
  if not done then
    done = closed
    if not fate(c) then
      done = done_channel()
      watched[c] = true
      enter(c[POWER])
    end
    c[DONE] = done
  end
  mu:Unlock()
  return done
end

-- Once there is an error, Done is closed: also for who asks in between. Then
-- it is also certain what came first.
local function cancel_err(c)
  look(c[MU])
  if not fate(c) then return nil end
  cancel_done(c):recv()
  return (fate(c))
end

class(Cancel, "*context.cancelCtx", cancel_done, cancel_err, function(c)
  local above, deadline = tostring(c[PARENT]), c.deadline
  if deadline then
    return above .. ".WithDeadline(" .. time.String(deadline) .. " ["
      .. time.String(deadline - Now()) .. "])"
  end
  return above .. ".WithCancel"
end)

function context.WithCancel(parent)
  local p = make(parent, "WithCancel")
  return p[CTX], function() cancel(p, Canceled) end
end

function context.WithCancelCause(parent)
  local p = make(parent, "WithCancelCause")
  return p[CTX], function(cause) cancel(p, Canceled, cause) end
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
  local p = make(parent)
  local c = p[CTX]
  if ok and t < deadline then return c, function() cancel(p, Canceled) end end
  c.deadline = deadline
  local function expire()
    cancel(p, DeadlineExceeded, cause)
  end
  local left = deadline - Now()
  if left <= 0 then
    expire()
  else
    local mu = c[MU]
    mu:Lock()
    if not fate(c) then
      enter_with(p, "timer", AfterFunc(left, expire))
    end
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
  if not is_callable(f) then expected("function", 2, "AfterFunc", f, 2) end
  local p = make(ctx)
  local c = p[CTX]
  local mu = c[MU]
  mu:Lock()
  if fate(c) then
    go(f)
  else
    enter_with(p, "f", f)
  end
  mu:Unlock()
  return function()
    mu:Lock()
    local work = p[WORK]
    local stopped = work and work.f ~= nil
    if stopped then
      work.f = nil
      leave(p)
      finish(p, Canceled)
    end
    mu:Unlock()
    return stopped
  end
end

function context.Cause(ctx)
  if not is_context(ctx) then expected("context", 1, "Cause", ctx, 2) end
  local c = nearest(ctx)
  if c then
    local mu = c[MU]
    mu:Lock()
    local _, cause = fate(c)
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
  local c, work = p[CTX], p[WORK]
  c[POWER] = false
  if c[DONE] then closer[c[DONE]] = p end
  if work then
    work.over = nil
    local kids = work.kids
    for i = 1, kids and kids[0] or 0 do sever_tree(kids[i]) end
  end
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
      while p[WORK] and p[WORK].over do p = p[WORK].over end
      sever_tree(p)
    end
  end
  return closer
end

return context, sever
