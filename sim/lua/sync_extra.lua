-- sync_extra.lua - the part of Go's package sync that is built on the rest:
-- Once, OnceFunc, OnceValue, OnceValues, Pool, Map.

local defer, panic, setmetatable = defer, panic, setmetatable
local insert, remove, next, pairs = table.insert, table.remove, next, pairs
local Int64, Mutex = atomic.Int64, sync.Mutex
local need, catch, repanic = need, catch, repanic
local reach, apart, between, back = heard.reach, heard.apart, heard.between, heard.back
local new_once, enter, leave = once.new, once.enter, once.leave

local extra = {}

-- --- Once ---------------------------------------------------------------------

function extra.Once()
  return new_once()
end

-- Do, unless it is plain that f is done already. The others wait until f has
-- returned. However f ended, it is done.
function once.first(self, f)
  if not enter(self) then return end
  local _ <close> = defer(leave, self)
  f()
end

-- A function that calls f the first time; keep(results) are what it returns
-- then and later. If f panicked, every call does; if f called runtime.Goexit,
-- every call panics with nil.
local function call_once(f, keep)
  local first = extra.Once()
  local ok, results, value = false, nil, nil
  local function over()
    f = nil
    if value ~= nil then repanic(value) end
    if not ok then panic(nil) end
  end
  local function run()
    local _ <close> = defer(over)
    ok, value = catch(function() results = keep(f()) end)
  end
  return function()
    first:Do(run)
    if not ok then panic(value) end
    return results
  end
end

function extra.OnceFunc(f)
  need(f, "function", 1, "OnceFunc")
  return call_once(f, function() return nil end)
end

function extra.OnceValue(f)
  need(f, "function", 1, "OnceValue")
  return call_once(f, function(v) return v end)
end

function extra.OnceValues(f)
  need(f, "function", 1, "OnceValues")
  local get = call_once(f, table.pack)
  return function()
    local r = get()
    return table.unpack(r, 1, r.n)
  end
end

-- --- Pool ---------------------------------------------------------------------
-- As what Go keeps for one processor (PO-1): a place of its own, which is filled
-- and emptied first, and a list, the last put in first out. What survives a
-- collection that the program asks for is taken when there is nothing else, the
-- oldest first, and dropped by the next one. A place is a list, too:
-- table.insert and table.remove are single steps. The counter tells the
-- analyses that both change the pool; Get comes after Put only if it finds
-- something.

local pool_methods = {}
local Pool = { __name = "*sync.Pool", __index = pool_methods }
local pools = setmetatable({}, { __mode = "k" })

function extra.Pool(p)
  if p ~= nil then need(p, "table", 1, "Pool") end
  local pool = { New = p and p.New, moves = Int64(),
    own = {}, items = {}, old_own = {}, old_items = {} }
  pools[pool] = true
  return setmetatable(pool, Pool)
end

function pool_methods:Get()
  local moves = self.moves
  reach(moves, true)
  local v = remove(self.own)
  if v == nil then v = remove(self.items) end
  if v == nil then v = remove(self.old_own) end
  if v == nil then v = remove(self.old_items, 1) end
  apart(moves)
  if v ~= nil then between(moves, nil, true) end
  moves:Load()
  back(moves)
  if v == nil and self.New then return self.New() end
  return v
end

function pool_methods:Put(v)
  if v == nil then return end
  local moves = self.moves
  apart(moves)
  moves:Add(1)
  insert(#self.own == 0 and self.own or self.items, v)
  between(moves, nil, false, true)
  back(moves)
end

local function collected()
  for pool in pairs(pools) do
    pool.old_own, pool.old_items = pool.own, pool.items
    pool.own, pool.items = {}, {}
  end
end

-- --- Map ------------------------------------------------------------------------
-- Reading takes no lock, as in Go; what changes the map does. The counter of
-- changes tells the analyses that it is read or changed; which writer a reader
-- comes after is said of each key for itself, where it is read and written.

local map_methods = {}
local Map = { __name = "*sync.Map", __index = map_methods }
local NIL = setmetatable({}, { __name = "nil" }) -- stands for nil in the table

function extra.Map()
  return setmetatable({ mu = Mutex("sync.Map"), changes = Int64(), items = {} }, Map)
end

local function inside(v)
  if v == nil then return NIL end
  return v
end

local function outside(v)
  if v == NIL then return nil end
  return v
end

function map_methods:Load(key)
  local changes = self.changes
  key = inside(key)
  reach(changes)
  local v = self.items[key]
  apart(changes)
  between(changes, key, true)
  changes:Load()
  back(changes)
  return outside(v), v ~= nil
end

-- Set key to what decide(old) says, old being nil when the key is absent and
-- NIL when its value is nil; a second result true: leave everything alone.
-- blind: what there was is of no consequence.
local function change(m, key, decide, blind)
  local mu, changes = m.mu, m.changes
  key = inside(key)
  apart(changes)
  mu:Lock()
  local old = m.items[key]
  local new, keep = decide(old)
  if keep then
    changes:Load()
  else
    changes:Add(1)
    m.items[key] = new
  end
  between(changes, key, not blind, not keep)
  mu:Unlock()
  back(changes)
  return old, keep
end

function map_methods:Store(key, v)
  change(self, key, function() return inside(v) end, true)
end

function map_methods:LoadOrStore(key, v)
  local old, loaded = change(self, key, function(old) return inside(v), old ~= nil end)
  if loaded then return outside(old), true end
  return v, false
end

function map_methods:LoadAndDelete(key)
  local old = change(self, key, function(old) return nil, old == nil end)
  return outside(old), old ~= nil
end

function map_methods:Delete(key)
  change(self, key, function(old) return nil, old == nil end, true)
end

function map_methods:Swap(key, v)
  local old = change(self, key, function() return inside(v) end)
  return outside(old), old ~= nil
end

function map_methods:CompareAndSwap(key, old, new)
  local _, keep = change(self, key, function(now)
    return inside(new), now == nil or outside(now) ~= old
  end)
  return not keep
end

function map_methods:CompareAndDelete(key, old)
  local _, keep = change(self, key, function(now)
    return nil, now == nil or outside(now) ~= old
  end)
  return not keep
end

-- f(key, value) for each entry until it returns false or nothing.
function map_methods:Range(f)
  need(f, "function", 1, "Range")
  local changes = self.changes
  reach(changes)
  for key, v in pairs(self.items) do
    apart(changes)
    between(changes, key, true)
    changes:Load()
    back(changes)
    if not f(outside(key), outside(v)) then return end
  end
end

function map_methods:Clear()
  local mu, changes = self.mu, self.changes
  apart(changes)
  mu:Lock()
  changes:Add(1)
  for key in pairs(self.items) do between(changes, key, false, true) end
  self.items = {}
  mu:Unlock()
  back(changes)
end

return extra, collected
