--- no_io_open: files
assert(io.open == nil and io.input == nil and io.output == nil)
assert(io.popen == nil and io.tmpfile == nil and io.close == nil)
assert(io.lines == nil or not pcall(io.lines, "/etc/passwd"))
print("held")
--- no_os_commands: the system
for _, name in ipairs { "execute", "remove", "rename", "tmpname", "setlocale" } do
  assert(os[name] == nil, name)
end
print("held")
--- no_environment: variables of the process
assert(os.getenv("HOME") == nil and os.getenv("PATH") == nil)
print("held")
--- no_dofile: running files
assert(dofile == nil and loadfile == nil)
print("held")
--- no_debug: the debug library
assert(debug == nil)
print("held")
--- no_package: native modules
assert(package == nil or (package.loadlib == nil and package.cpath == nil))
print("held")
--- no_bytecode_dump: a dumped function cannot be loaded
local f = string.dump and string.dump(function() return 1 end) or "\27Lua"
local g, message = load(f)
assert(g == nil and message)
print("held")
--- no_bytecode_header: nor hand-made bytecode
assert(load("\27Lua\x54\0\x19\x93\r\n\x1a\n\4\8\8", "x", "b") == nil)
assert(load("\27Lua\x54\0\x19\x93\r\n\x1a\n\4\8\8", "x", "bt") == nil)
print("held")
--- no_bytecode_reader: nor in pieces
local pieces = { "\27", "Lua", "T" }
local i = 0
assert(load(function() i = i + 1; return pieces[i] end) == nil)
print("held")
--- require_parent: a module from elsewhere
for _, name in ipairs { "../cases", "..cases", "/etc/passwd", "a/../../b", "./x", "x\0y", "" } do
  assert(not pcall(require, name), name)
end
print("held")
--- require_native: a shared library
for _, name in ipairs { "socket", "lfs", "libc", "ffi", "jit" } do
  assert(not pcall(require, name), name)
end
print("held")
--- require_number: not a name
assert(not pcall(require, nil) and not pcall(require, {}) and not pcall(require, 7))
print("held")
--- string_metatable: strings of the libraries keep working
local mt = getmetatable("")
assert(type(mt) ~= "table")
assert(("x"):rep(3) == "xxx")
print("held")
--- globals_gone: a program that deletes what the libraries use
local keep, chan_, go_ = print, chan, go
for _, name in ipairs { "pairs", "ipairs", "next", "type", "error", "assert", "pcall", "setmetatable",
                        "table", "string", "math", "coroutine", "select", "tostring", "rawget", "rawset" } do
  _G[name] = nil
end
local ctx, cancel = context.WithTimeout(context.Background(), time.Second)
cancel()
ctx:Done():recv()
local g = errgroup.New()
g:Go(function() return nil end)
g:Wait()
fmt.Println("held")
--- methods_replaced: a program that replaces a library's functions
table.insert = function() error("mine") end
table.concat, table.remove, table.unpack = nil, nil, nil
string.format = function() return {} end
local ctx, cancel = context.WithCancel(context.Background())
local stop = context.AfterFunc(ctx, function() end)
cancel()
local s = semaphore.NewWeighted(1)
s:Acquire(context.Background(), 1)
s:Release(1)
print("held")
--- wrong_self_channel: methods of a channel on something else
local ch = chan(1)
for _, v in ipairs { 1, "x", {}, print, sync.Mutex(), atomic.Int64(), coroutine.create(print) } do
  assert(not pcall(ch.send, v, 1) and not pcall(ch.recv, v) and not pcall(ch.close, v))
end
assert(not pcall(ch.send) and not pcall(ch.recv) and not pcall(ch.close))
print("held")
--- wrong_self_sync: methods of one lock on another
local mu, rw, wg, cond = sync.Mutex(), sync.RWMutex(), sync.WaitGroup(), sync.Cond(sync.Mutex())
assert(not pcall(mu.Lock, wg) and not pcall(mu.Lock, {}) and not pcall(mu.Lock))
assert(not pcall(rw.RLock, chan()) and not pcall(wg.Add, mu, 1) and not pcall(wg.Wait, 5))
assert(not pcall(cond.Wait, mu) and not pcall(cond.Signal, "x"))
assert(not pcall(atomic.Int64().Add, mu, 1) and not pcall(sync.Once().Do, chan(), print))
print("held")
--- forged_object: a table that looks like an object
local ch = chan(1)
local forged = setmetatable({}, getmetatable(ch) and { __index = ch } or nil)
assert(not pcall(ch.send, forged, 1))
assert(not pcall(select, { { forged } }))
print("held")
--- protected_metatable: an object's metatable is not to be had
for _, v in ipairs { chan(), sync.Mutex(), sync.WaitGroup(), atomic.Int64() } do
  local mt = getmetatable(v)
  assert(type(mt) ~= "table" or not pcall(setmetatable, v, {}))
  if type(mt) == "table" then assert(mt.__gc == nil or not pcall(mt.__gc, {})) end
end
print("held")
--- gc_by_hand: an object's finalizer called twice
local mt = getmetatable(chan(3))
if type(mt) == "table" and mt.__gc then
  local ch = chan(3)
  pcall(mt.__gc, ch)
  pcall(mt.__gc, ch)
  pcall(ch.send, ch, 1)
end
runtime.GC()
print("held")
--- resume_a_goroutine: somebody else's thread
local ch, co = chan(), nil
go(function()
  co = coroutine.running()
  ch:recv()
end)
time.Sleep(time.Millisecond)
assert(coroutine.resume(co) == false or coroutine.status(co) ~= "suspended")
ch:send(1)
print("held")
--- close_a_goroutine: somebody else's thread
local ch, co = chan(), nil
go(function()
  co = coroutine.running()
  ch:recv()
end)
time.Sleep(time.Millisecond)
pcall(coroutine.close, co)
ch:send(1)
print("held")
--- resume_itself: a goroutine's own thread
assert(coroutine.resume(coroutine.running()) == false)
assert(not pcall(coroutine.close, coroutine.running()))
print("held")
--- yield_outside: a goroutine is no coroutine of the program's
assert(not pcall(coroutine.yield, 1))
print("held")
--- close_blocked_coroutine: a coroutine inside which a goroutine waits
local ch, done = chan(), chan()
local co = coroutine.create(function() ch:recv() end)
go(function() coroutine.resume(co); done:send(1) end)
time.Sleep(time.Millisecond)
assert(not pcall(coroutine.close, co) or coroutine.status(co) == "dead" or true)
assert(coroutine.resume(co) == false)
ch:send(1)
done:recv()
print("held")
--- blocking_sort: an operation where Lua cannot yield
--> exit 2
--> stderr attempt to block across a C-call boundary
local ch = chan()
table.sort({ 3, 2, 1 }, function() ch:recv() end)
--- blocking_gsub: likewise
local ch = chan()
local ok, message = pcall(string.gsub, "abc", "%w", function() ch:recv() end)
assert(not ok and tostring(message):find("C-call boundary", 1, true))
print("held")
--- blocking_load: likewise, in a reader
local ch = chan()
local f, message = load(function() ch:recv() end)
assert(f == nil)
print("held")
--- blocking_tostring: likewise, in a metamethod called from C
local ch = chan()
local ok = pcall(tostring, setmetatable({}, { __tostring = function() ch:recv() end }))
assert(not ok)
print("held")
--- blocking_finalizer: a finalizer that blocks
setmetatable({}, { __gc = function() chan():recv() end })
runtime.GC()
print("held")
--- endless_finalizer: a finalizer that does not end
--> exit 4
setmetatable({}, { __gc = function() while true do end end })
runtime.GC()
while true do end
--- endless_finalizer_at_exit: a finalizer of what is left at the end
setmetatable({}, { __gc = function() while true do end end })
print("held")
--- failing_finalizer: a finalizer that raises
setmetatable({}, { __gc = function() error("no") end })
runtime.GC()
print("held")
--- resurrecting_finalizer: a finalizer that makes its own successor
local function again() setmetatable({}, { __gc = again }) end
again()
for _ = 1, 100 do runtime.GC() end
print("held")
--- endless_loop: a loop without end
--> exit 4
while true do end
--- endless_goto: likewise
--> exit 4
::top::
goto top
--- endless_pcall: likewise, catching everything
--> exit 4
while true do pcall(error, "x") end
--- endless_catch_all: catching the limit itself
--> exit 4
while true do
  pcall(function() while true do end end)
end
--- endless_xpcall: and again in the handler
--> exit 4
local function handler() while true do end end
xpcall(function() while true do end end, handler)
while true do end
--- endless_metamethod: a loop in an index
--> exit 4
--> options --max-time 5ms
local t = setmetatable({}, { __index = function(t, k) return t[k + 1] end })
pcall(function() return t[1] end)
while true do pcall(function() return t[1] end) end
--- endless_sort: a loop in a comparator
--> exit 4
table.sort({ 3, 2, 1 }, function() while true do end end)
--- endless_gsub: a loop in a replacement
--> exit 4
string.gsub("a", "a", function() while true do end end)
--- endless_coroutine: a loop in a coroutine
--> exit 4
coroutine.wrap(function() while true do end end)()
--- endless_generator: a for over an iterator that never ends
--> exit 4
for _ in function() return 1 end do end
--- endless_tostring: a loop in a conversion
--> exit 4
print(setmetatable({}, { __tostring = function() while true do end end }))
--- endless_close: a loop in a to-be-closed variable
--> exit 4
do
  local x <close> = setmetatable({}, { __close = function() while true do end end })
end
--- endless_goroutine: a loop that main waits for
--> exit 4
local done = chan()
go(function() while true do end end)
done:recv()
--- endless_ping_pong: two that keep each other busy
--> exit 4
local a, b = chan(), chan()
go(function() while true do b:send(a:recv()) end end)
while true do a:send(1); b:recv() end
--- endless_sleep: a clock that runs and runs
--> exit 4
while true do time.Sleep(time.Hour) end
--- endless_recursion: a stack without end
--> exit 2
--> options --mem 256M
--> stderr stack overflow
local function f() return 1 + f() end
f()
--- endless_c_recursion: through C
--> exit 2
--> stderr C stack overflow
local function f() return (string.gsub("a", "a", f)) end
f()
--- endless_pcall_recursion: through pcall
local function f() return pcall(f) end
assert(f() ~= nil)
print("held")
--- endless_resume: coroutines within coroutines
local function f() return coroutine.wrap(f)() end
assert(not pcall(f))
print("held")
--- endless_index_chain: tables that refer to each other
local t = {}
setmetatable(t, t)
t.__index = t
assert(not pcall(function() return t.x end))
print("held")
--- nested_source: brackets without end
assert(load("return " .. ("("):rep(100000) .. "1" .. (")"):rep(100000)) == nil)
assert(load(("do "):rep(100000) .. ("end "):rep(100000)) == nil)
print("held")
--- many_locals: more than a function holds
local text = {}
for i = 1, 300 do text[i] = "local x" .. i .. "=1" end
assert(load(table.concat(text, "\n")) == nil)
print("held")
--- deep_pattern: a pattern too deep to match
assert(not pcall(string.find, ("a"):rep(500000), (".-"):rep(200000) .. "b"))
print("held")
--- slow_pattern: a pattern that takes for ever
assert(not pcall(string.find, ("a"):rep(5000), (".-"):rep(30) .. "b"))
print("held")
--- huge_rep: a string too large
assert(not pcall(string.rep, "x", math.maxinteger))
assert(not pcall(string.rep, "x", 1 << 40))
print("held")
--- empty_rep: nothing, very often
assert(string.rep("", math.maxinteger) == "")
assert(string.rep("", 1 << 50, "") == "")
print("held")
--- memory_string: a string that doubles
--> exit 4
local s = "x"
while true do s = s .. s end
--- memory_table: a table that grows
--> exit 4
local t = {}
for i = 1, math.maxinteger do t[i] = i end
--- memory_catch: catching the end of memory
--> exit 4
local keep = {}
while true do
  pcall(function() while true do keep[#keep + 1] = ("x"):rep(10000) .. #keep end end)
end
--- memory_goroutines: goroutines without end
--> exit 4
local ch = chan()
while true do go(function() ch:recv() end) end
--- memory_coroutines: coroutines without end
--> exit 4
local keep = {}
while true do
  local co = coroutine.create(function() coroutine.yield() end)
  coroutine.resume(co)
  keep[#keep + 1] = co
end
--- memory_channels: channels without end
--> exit 4
local keep = {}
while true do keep[#keep + 1] = chan(100) end
--- memory_timers: timers without end
--> exit 4
while true do time.AfterFunc(time.Hour, print) end
--- memory_buffer: a channel that holds everything
--> exit 4
local ch = chan(1 << 24)
while true do ch:send({}) end
--- memory_closures: contexts without end
--> exit 4
local ctx = context.Background()
while true do ctx = context.WithValue(ctx, {}, ("x"):rep(1000)) end
--- memory_gc_stopped: with the collector switched off
--> exit 4
if collectgarbage then pcall(collectgarbage, "stop") end
local keep = {}
while true do keep[#keep + 1] = { {}, {}, {} } end
--- memory_stack: arguments without end
local t = {}
for i = 1, 300000 do t[i] = i end
assert(not pcall(table.unpack, t, 1, 1e7))
assert(not pcall(string.char, table.unpack(t, 1, 200000)))
print("held")
--- memory_concat: a table joined too often
--> exit 4
local t = { ("x"):rep(1 << 20) }
for i = 2, 10000 do t[i] = t[1] end
pcall(table.concat, t)
--- memory_format: a width too large
assert(not pcall(string.format, "%1000000d", 1))
assert(not pcall(fmt.Sprintf, "%1000000000d", 1) or true)
print("held")
--- bad_pack: sizes that are none
assert(not pcall(string.pack, "!16i17", 1))
assert(not pcall(string.unpack, "s8", "\255\255\255\255\255\255\255\127"))
print("held")
--- memory_pack: a size too large
--> exit 4
pcall(string.pack, "c" .. (1 << 40), "x")
--- table_move_for_ever: C that copies without end
assert(not pcall(table.move, {}, 1, math.maxinteger, 2) or true)
print("held")
--- table_insert_for_ever: C that shifts without end
local t = setmetatable({}, { __len = function() return math.maxinteger - 1 end })
pcall(table.insert, t, 1, "x")
print("held")
--- table_concat_for_ever: C that joins without end
--> exit 4
local t = setmetatable({}, { __index = function() return "" end })
pcall(table.concat, t, "", 1, math.maxinteger)
--- table_sort_for_ever: C that sorts without end
--> exit 4
local t = setmetatable({}, { __len = function() return 1 << 30 end, __index = function() return 1 end })
pcall(table.sort, t)
--- table_unpack_for_ever: C that unpacks without end
assert(not pcall(table.unpack, {}, 1, math.maxinteger))
assert(not pcall(table.unpack, {}, math.mininteger, math.maxinteger))
print("held")
--- ipairs_for_ever: an array without end
--> exit 4
for _ in ipairs(setmetatable({}, { __index = function() return 1 end })) do end
--- bad_comparator: an order that is none
pcall(table.sort, { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, function() return true end)
print("held")
--- huge_channel: a buffer beyond all memory
assert(not pcall(chan, math.maxinteger) and not pcall(chan, -1) and not pcall(chan, math.mininteger))
assert(not pcall(chan, 0/0) and not pcall(chan, 1/0) and not pcall(chan, "x"))
print("held")
--- huge_sleep: durations at the edge
local t = time.NewTimer(math.maxinteger)
time.Sleep(math.mininteger)
time.After(math.mininteger):recv()
t:Stop()
assert(not pcall(time.Sleep, 0/0) or true)
print("held")
--- ticker_of_nothing: no interval
assert(not pcall(time.NewTicker, 0) and not pcall(time.NewTicker, -1))
print("held")
--- timer_storm: a timer that starts the next
--> exit 4
local function again() time.AfterFunc(0, again); time.AfterFunc(0, function() end) end
again()
chan():recv()
--- waitgroup_overflow: a counter at the edge
local wg = sync.WaitGroup()
pcall(wg.Add, wg, math.maxinteger)
pcall(wg.Add, wg, math.maxinteger)
pcall(wg.Add, wg, math.mininteger)
print("held")
--- fatal_cannot_be_caught: unlock of unlocked
--> exit 2
--> stderr fatal error: sync: unlock of unlocked mutex
while true do pcall(function() local mu = sync.Mutex(); mu:Unlock() end) end
--- goexit_cannot_be_caught: Goexit in pcall
local done = chan()
go(function()
  local _ <close> = defer(close, done)
  while true do pcall(runtime.Goexit) end
end)
done:recv()
print("held")
--- procs_absurd: more processors than there are
pcall(runtime.GOMAXPROCS, 1 << 40)
runtime.GOMAXPROCS(-5)
assert(runtime.GOMAXPROCS(0) >= 1 and runtime.GOMAXPROCS(0) <= 1 << 20)
print("held")
--- procs_jitter: processors up and down
for i = 1, 200 do
  runtime.GOMAXPROCS(1 + i % 7)
  go(function() runtime.Gosched() end)
end
print("held")
--- select_of_rubbish: cases that are none
for _, v in ipairs { 1, "x", {}, chan(), print } do
  assert(not pcall(select, { v }))
end
assert(not pcall(select, { default(), default() }))
assert(not pcall(recv, 1) and not pcall(send, {}, 1) or true)
print("held")
--- select_with_metatable: a table that answers strangely is taken as it is: empty
--> exit 2
--> stderr goroutine 1 [select (no cases)]
local t = setmetatable({}, { __index = function() error("asked") end, __len = function() return 1 << 40 end })
select(t)
--- go_of_rubbish: not a function
--> exit 2
--> stderr go of nil func value
go(nil)
--- go_of_a_c_function: functions of C as goroutines
go(print, "a")
go(string.rep, "x", 3)
go(pcall, error)
go(table.concat, {})
time.Sleep(time.Millisecond)
print("held")
--- panic_of_a_trap: a value whose text raises
--> exit 2
--> stderr panic:
panic(setmetatable({}, { __tostring = function() error("no text") end }))
--- panic_of_a_loop: a value whose text never ends
--> exit 4
panic(setmetatable({}, { __tostring = function() while true do end end }))
--- exit_strange: odd arguments to os.exit
assert(not pcall(os.exit, {}))
print("held")
--- exit_in_goroutine: from anywhere
--> exit 7
go(function() os.exit(7) end)
while true do runtime.Gosched() end
--- write_rubbish: not text
assert(not pcall(io.write, {}))
assert(not pcall(io.write, nil))
io.write("a", 1, "\0", "\n")
print("held")
--- read_rubbish: formats that do not exist
assert(not pcall(io.read, "*q") and not pcall(io.read, {}))
assert(io.read() == nil and io.read("a") == "")
print("held")
--- read_much: more than there is
assert(io.read(1 << 40) == nil or true)
print("held")
--- date_rubbish: formats that do not exist
assert(not pcall(os.date, "%Ez"))
assert(not pcall(os.date, "%"))
os.date("*t", 0)
print("held")
--- random_rubbish: empty intervals
assert(not pcall(math.random, 2, 1) and not pcall(math.random, 1, 2, 3))
math.random(math.mininteger, math.maxinteger)
math.randomseed(42)
print("held")
--- next_rubbish: keys that are not there
pcall(next, {}, "absent")
pcall(next, { 1, 2, x = 3 }, {})
assert(not pcall(next, 1))
assert(not pcall(function() for _ in pairs(nil) do end end))
print("held")
--- change_while_pairs: new keys while visiting
local t = {}
for i = 1, 50 do t["k" .. i] = i end
pcall(function()
  for k in pairs(t) do
    t[k] = nil
    t[k .. "x"] = 1
    if #k > 40 then break end
  end
end)
print("held")
--- range_of_rubbish: not a channel
assert(not pcall(range, 5) and not pcall(range, {}) and not pcall(range))
print("held")
--- shared_rubbish: cells with odd keys
local s = shared { a = 1 }
s[1], s[true], s[{}] = 1, 2, 3
assert(not pcall(function() s[nil] = 1 end))
print("held")
--- environment: a chunk with an environment of its own
local f = assert(load("return print", "x", "t", {}))
assert(f() == nil)
print("held")
