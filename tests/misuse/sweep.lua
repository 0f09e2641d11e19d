-- Give each function and method what it is not made for, and print the
-- messages that name a file of gopark's own: no script can open those.

local seen = {}
local function note(name, e)
  local text = name .. ": " .. tostring(e)
  if type(e) == "string" and e:find("%[[%w_]+%.lua%]") and not seen[text] then
    seen[text] = true
    print(text)
  end
end

local function values()
  return { 5, "x", {}, function() end, true, 1.5, -1, chan(1),
    (context.WithCancel(context.TODO())), sync.Mutex(),
    setmetatable({}, { __index = function() return 1 end }) }
end

-- Call f with the arguments, and what it returns if that is a function.
local function attempt(name, f, ...)
  local r = table.pack(pcall(f, ...))
  if not r[1] then return note(name, r[2]) end
  for i = 2, r.n do
    if type(r[i]) == "function" then note(name .. "()", select(2, pcall(r[i]))) end
  end
end

-- As a goroutine, because it may block; make makes the object of a method.
local function try(name, f, make)
  local function one(...) go(attempt, name, f, ...) end
  local function with(...)
    if make then one(make(), ...) end
    one(...)
  end
  with()
  for _, v in ipairs(values()) do
    with(v)
    with(nil, v)
    for _, u in ipairs(values()) do
      with(v, u)
      with(v, u, u)
      with(v, nil, u)
    end
  end
end

local function words(s)
  local set = {}
  for w in s:gmatch "%S+" do set[w] = true end
  return set
end

-- What ends the program, takes its time, prints, or changes how it goes on.
local skip = words [[os.exit runtime.Goexit runtime.GC runtime.GOMAXPROCS time.Sleep
  syscall.Block io.write fmt.Println fmt.Printf fmt.Print check.par check.always
  check.finally check.assert string.rep collectgarbage work print println warn go select
  attempt]]

local function try_all(prefix, t)
  local names = {}
  for k, v in pairs(t) do
    if type(v) == "function" and not skip[prefix .. k] then names[#names + 1] = k end
  end
  table.sort(names)
  for _, k in ipairs(names) do try(prefix .. k, t[k]) end
end

for _, lib in ipairs { "context", "errgroup", "semaphore", "singleflight", "errors", "sync",
  "atomic", "time", "fmt", "string", "table", "check", "coroutine", "os", "io", "runtime",
  "utf8", "math" } do
  local _ = _G[lib].Once -- what is loaded when first asked for
  try_all(lib .. ".", _G[lib])
end
try_all("", _G)

local function cancelled()
  return (context.WithCancel(context.Background()))
end

local objects = {
  { sync.Once, "Do" },
  { function() return sync.Pool {} end, "Get", "Put" },
  { function() return sync.Pool { New = 5 } end, "Get", "Put" },
  { sync.Map, "Load", "Store", "LoadOrStore", "LoadAndDelete", "Delete", "Swap",
    "CompareAndSwap", "CompareAndDelete", "Range", "Clear" },
  { errgroup.New, "Go", "TryGo", "SetLimit", "Wait" },
  { function() return (errgroup.WithContext(cancelled())) end, "Go", "TryGo", "Wait" },
  { function() return semaphore.NewWeighted(3) end, "Acquire", "TryAcquire", "Release" },
  { singleflight.New, "Do", "DoChan", "Forget" },
  { cancelled, "Done", "Err", "Deadline", "Value" },
  { context.Background, "Done", "Err", "Deadline", "Value" },
  { function() return context.WithValue(context.TODO(), 1, 2) end, "Done", "Err", "Value" },
  { function() return errors.New("x") end, "Error" },
  { sync.WaitGroup, "Add", "Go" }, { sync.Mutex, "Lock", "TryLock" },
  { sync.RWMutex, "Lock", "RLocker" },
  { function() return sync.Cond(sync.Mutex()) end, "Signal", "Broadcast" },
  { atomic.Value, "Load", "Store", "Swap", "CompareAndSwap" },
  { atomic.Int64, "Load", "Store", "Swap", "CompareAndSwap", "Add", "And", "Or" },
  { function() return time.NewTimer(1) end, "Stop", "Reset" },
  { function() return time.NewTicker(1) end, "Stop", "Reset" },
  { function() return chan(1) end, "send", "recv", "close", "len", "cap" },
}
for _, o in ipairs(objects) do
  for i = 2, #o do try(o[i], o[1]()[o[i]], o[1]) end
end
time.Sleep(time.Millisecond)
print("end")
