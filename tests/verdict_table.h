/*
 * verdict_table.h - every rule about leaks, deadlocks and lock order, with a
 * program and what is said of it.
 *
 * LK-20..37 are what Go's own leak profile says (go-semantics.md 8.4); L01 to
 * L18, DEAD, LO and MIX are those of analysis.md. Where ours differs it says
 * why that is better. `test_verdicts --table` prints it all.
 */
#ifndef GOPARK_TESTS_VERDICT_TABLE_H
#define GOPARK_TESTS_VERDICT_TABLE_H

enum verdict_of {
    OF_LEAKS, /* world_leaks() while main sleeps, or after it has returned */
    OF_WAITS, /* world_waits(): who is stuck */
    OF_ORDER, /* words of lockwatch_report(), | between them; "" no finding */
    OF_END,   /* how the program ends: words of its report */
    OF_WORDS, /* words of world_deadlock(), | between them */
};

struct verdict {
    const char *id, *rule; /* what the specification says */
    enum verdict_of of;
    const char *script, *ours;
    const char *better; /* why ours is not the rule's; NULL: it is */
};

/* Main says when it is time to look. */
#define NOW " time.Sleep(time.Millisecond) print('now') time.Sleep(time.Hour)"
#define LATER " time.Sleep(time.Millisecond) "
#define PAIR                                                                   \
    "local A, B, G = sync.Mutex('A'), sync.Mutex('B'), sync.Mutex('G')\n"      \
    "local function two(x, y)\n"                                               \
    "  x:Lock()\n"                                                             \
    "  y:Lock()\n"                                                             \
    "  y:Unlock() x:Unlock()\n"                                                \
    "end\n"

static const struct verdict verdicts[] = {
    /* --- LK: Go's leak profile ------------------------------------------- */
    { "LK-20", "each of the others: chan send (leaked)", OF_LEAKS,
      "do local res = chan() for i = 1, 3 do go(function()"
      " time.Sleep(i * 10000) res:send(i * i) end) end res:recv() end" NOW,
      "3 [chan send] leaked, 4 [chan send] leaked", NULL },
    { "LK-21", "chan receive (leaked)", OF_LEAKS,
      "do local c = chan() go(function() for v in range(c) do end end)"
      " go(function() c:send(1) c:send(2) end) end" NOW,
      "2 [chan receive] leaked", NULL },
    { "LK-22", "chan receive (leaked)", OF_LEAKS,
      "do local c = chan() go(function() c:recv() c:recv() end)"
      " c:send(1) end" NOW,
      "2 [chan receive] leaked", NULL },
    { "LK-23", "chan send (leaked)", OF_LEAKS,
      "do local c = chan(1) go(function() c:send(1) c:send(2) end) end" NOW,
      "2 [chan send] leaked", NULL },
    { "LK-24", "select (leaked)", OF_LEAKS,
      "do local jobs, quit = chan(), chan() go(function()"
      " select { recv(jobs), recv(quit) } end) end" NOW,
      "2 [select] leaked", NULL },
    { "LK-25", "not leaked: the timer will wake it", OF_LEAKS,
      "do local c = chan() go(function()"
      " select { recv(c), recv(time.After(time.Hour)) } end) end" NOW,
      "2 [select] held", NULL },
    { "LK-26", "both chan receive (leaked)", OF_LEAKS,
      "do local a, b = chan(), chan()"
      " go(function() a:recv() b:send(1) end)"
      " go(function() b:recv() a:send(1) end) end" NOW,
      "2 [chan receive] leaked, 3 [chan receive] leaked", NULL },
    { "LK-27", "A and B both chan receive (leaked)", OF_LEAKS,
      "do local outer, b = chan(), chan()"
      " go(function() outer:recv() b:send(1) end)"
      " go(function() b:recv() end) end" NOW,
      "2 [chan receive] leaked, 3 [chan receive] leaked", NULL },
    { "LK-28", "both sync.Mutex.Lock (leaked)", OF_LEAKS,
      "do local s = { a = sync.Mutex(), b = sync.Mutex() }"
      " local function cross(x, y) s[x]:Lock() time.Sleep(1000)"
      " s[y]:Lock() end go(cross, 'a', 'b') go(cross, 'b', 'a') end" NOW,
      "2 [sync.Mutex.Lock] leaked, 3 [sync.Mutex.Lock] leaked", NULL },
    { "LK-29", "sync.RWMutex.Lock (leaked)", OF_LEAKS,
      "go(function() local rw = sync.RWMutex() rw:RLock() rw:Lock() end)" NOW,
      "2 [sync.RWMutex.Lock] leaked", NULL },
    { "LK-30", "sync.WaitGroup.Wait (leaked)", OF_LEAKS,
      "do local wg = sync.WaitGroup() wg:Add(2)"
      " go(function() wg:Done() end) go(function() wg:Wait() end) end" NOW,
      "3 [sync.WaitGroup.Wait] leaked", NULL },
    { "LK-31", "sync.Cond.Wait (leaked)", OF_LEAKS,
      "do local mu = sync.Mutex() local cond, ready = sync.Cond(mu), false"
      " go(function() mu:Lock() while not ready do cond:Wait() end"
      " mu:Unlock() end) end" NOW,
      "2 [sync.Cond.Wait] leaked", NULL },
    { "LK-32", "chan receive (leaked)", OF_LEAKS,
      "go(function() local ctx = context.WithCancel(context.Background())"
      " ctx:Done():recv() end)" NOW,
      "2 [chan receive] leaked", NULL },
    { "LK-33", "not leaked (timer holds the context)", OF_LEAKS,
      "go(function() local ctx = context.WithTimeout(context.Background(),"
      " time.Hour) ctx:Done():recv() end)" NOW,
      "2 [chan receive] held", NULL },
    { "LK-34", "not leaked", OF_LEAKS,
      "go(function() local t = time.NewTicker(time.Millisecond * 3)"
      " for _ in range(t.C) do end end)" NOW,
      "2 [chan receive] held", NULL },
    { "LK-35", "chan receive (leaked)", OF_LEAKS,
      "do local t = time.NewTicker(time.Hour)"
      " go(function() for _ in range(t.C) do end end)"
      " time.Sleep(1000) t:Stop() end" NOW,
      "2 [chan receive] leaked", NULL },
    { "LK-36", "chan send (nil chan) (leaked), select (no cases) (leaked)",
      OF_LEAKS,
      "go(function() nilchan:send(1) end) go(function() select {} end)" NOW,
      "2 [chan send (nil chan)] leaked, 3 [select (no cases)] leaked", NULL },
    { "LK-37 global map", "not leaked", OF_LEAKS,
      "M = { inner = { chan() } }"
      " go(function(c) c:recv() end, M.inner[1])" NOW,
      "2 [chan receive] held", NULL },
    { "LK-37 sleeping goroutine", "not leaked", OF_LEAKS,
      "do local c = chan() go(function() c:recv() end)"
      " go(function() time.Sleep(time.Minute) c:send(1) end) end" NOW,
      "2 [chan receive] suspect", NULL },
    { "LK-8 a captured value", "missed by Go 1.26.0: the closure holds ch",
      OF_LEAKS,
      "do local c, i = chan(), 7 go(function() c:send(i) end) end" NOW,
      "2 [chan send] leaked",
      "what a stack holds counts only if its goroutine may run" },
    { "LK-8 a tiny object", "missed: shares its block of 16 bytes", OF_LEAKS,
      "go(function() local mu = sync.Mutex() mu:Lock() mu:Lock() end)" NOW,
      "2 [sync.Mutex.Lock] leaked", "every object has a place of its own" },

    /* --- L: leaks -------------------------------------------------------- */
    { "L01", "LEAKED", OF_LEAKS,
      "go(function() local c = chan() c:recv() end)" NOW,
      "2 [chan receive] leaked", NULL },
    { "L02", "HELD", OF_LEAKS, "C = chan() go(function() C:recv() end)" NOW,
      "2 [chan receive] held", NULL },
    { "L03", "SUSPECT with witness (in Go: leaked)", OF_LEAKS,
      "local c = chan() go(function() c:recv() end)\n" NOW,
      "2 [chan receive] suspect, never used again", NULL },
    { "L04", "LEAKED", OF_LEAKS,
      "do local c = chan() go(function() c:recv() end) end" NOW,
      "2 [chan receive] leaked", NULL },
    { "L05", "both LEAKED", OF_LEAKS,
      "do local a, b = chan(), chan()"
      " go(function() a:recv() b:send(1) end)"
      " go(function() b:recv() a:send(1) end) end" NOW,
      "2 [chan receive] leaked, 3 [chan receive] leaked", NULL },
    { "L06 first runnable", "none", OF_LEAKS,
      "local function link(a, b) go(function() a:recv() b:send(1) end) end"
      " do local c = chan() local d = chan() link(c, d) link(d, chan())"
      " go(function() time.Sleep(time.Hour) c:send(1) end) end" NOW,
      "2 [chan receive] suspect, 3 [chan receive] suspect", NULL },
    { "L06 first blocked", "all LEAKED", OF_LEAKS,
      "local function link(a, b) go(function() a:recv() b:send(1) end) end"
      " do local c, d, e = chan(), chan(), chan() link(c, d) link(d, e)"
      " link(e, chan()) end" NOW,
      "2 [chan receive] leaked, 3 [chan receive] leaked,"
      " 4 [chan receive] leaked",
      NULL },
    { "L07 asleep", "none", OF_LEAKS,
      "do local c = chan() go(function() c:recv() end)"
      " go(function() time.Sleep(time.Minute) c:send(1) end) end" NOW,
      "2 [chan receive] suspect", NULL },
    { "L07 gone", "LEAKED", OF_LEAKS,
      "do local c = chan() go(function() c:recv() end)"
      " go(function() local d = c end) end" NOW,
      "2 [chan receive] leaked", NULL },
    { "L08 weak value", "LEAKED", OF_LEAKS,
      "W = setmetatable({}, {__mode = 'v'})"
      " do local c = chan() W[1] = c go(function() c:recv() end) end" NOW,
      "2 [chan receive] leaked", NULL },
    { "L08 ephemeron", "not", OF_LEAKS,
      "W = setmetatable({}, {__mode = 'k'}) K = {}"
      " do local c = chan() W[K] = c go(function() c:recv() end) end" NOW,
      "2 [chan receive] held", NULL },
    { "L08 ephemeron, key lost", "LEAKED", OF_LEAKS,
      "W = setmetatable({}, {__mode = 'k'})"
      " do local c = chan() W[{}] = c go(function() c:recv() end) end" NOW,
      "2 [chan receive] leaked", NULL },
    { "L08 weak both", "LEAKED", OF_LEAKS,
      "W = setmetatable({}, {__mode = 'kv'}) K = {}"
      " do local c = chan() W[K] = c go(function() c:recv() end) end" NOW,
      "2 [chan receive] leaked", NULL },
    { "L09 in a message", "not", OF_LEAKS,
      "M = chan(1) do local c = chan() M:send({c})"
      " go(function() c:recv() end) end" NOW,
      "2 [chan receive] held", NULL },
    { "L09 in a large buffer", "not", OF_LEAKS,
      "M = chan(5000) do local c = chan() M:send({c})"
      " go(function() c:recv() end) end" NOW,
      "2 [chan receive] held", NULL },
    { "L09 upvalue of a runnable goroutine", "not", OF_LEAKS,
      "do local c = chan() go(function() c:recv() end)"
      " go(function() for i = 1, 1e5 do runtime.Gosched() end c:send(1) end) "
      "end" NOW,
      "2 [chan receive] suspect", NULL },
    { "L10 armed", "not", OF_LEAKS,
      "do local t = time.After(time.Hour)"
      " go(function() t:recv() end) end" NOW,
      "2 [chan receive] held", NULL },
    { "L10 stopped", "LEAKED", OF_LEAKS,
      "do local t = time.NewTimer(time.Hour)"
      " go(function() t.C:recv() end)"
      " time.Sleep(1000) t:Stop() end" NOW,
      "2 [chan receive] leaked", NULL },
    { "L11 before", "not", OF_LEAKS,
      "do local c = chan() time.AfterFunc(time.Minute, function()"
      " c:send(1) end) go(function() c:recv() end) end" NOW,
      "2 [chan receive] held", NULL },
    { "L11 after", "LEAKED", OF_LEAKS,
      "do local c = chan() time.AfterFunc(1000, function() local d = c end)"
      " go(function() c:recv() end) end" NOW,
      "2 [chan receive] leaked", NULL },
    { "L12 Mutex", "LEAKED, right wait reason", OF_LEAKS,
      "go(function() local m = sync.Mutex() m:Lock() m:Lock() end)" NOW,
      "2 [sync.Mutex.Lock] leaked", NULL },
    { "L12 RWMutex R after W", "LEAKED, right wait reason", OF_LEAKS,
      "go(function() local m = sync.RWMutex() m:Lock() m:RLock() end)" NOW,
      "2 [sync.RWMutex.RLock] leaked", NULL },
    { "L12 RWMutex W after W", "LEAKED, right wait reason", OF_LEAKS,
      "go(function() local m = sync.RWMutex() m:Lock() m:Lock() end)" NOW,
      "2 [sync.Mutex.Lock] leaked", NULL },
    { "L12 WaitGroup", "LEAKED, right wait reason", OF_LEAKS,
      "go(function() local g = sync.WaitGroup() g:Add(1) g:Wait() end)" NOW,
      "2 [sync.WaitGroup.Wait] leaked", NULL },
    { "L12 Cond", "LEAKED, right wait reason", OF_LEAKS,
      "go(function() local m = sync.Mutex()"
      " local c = sync.Cond(m) m:Lock() c:Wait() end)" NOW,
      "2 [sync.Cond.Wait] leaked", NULL },
    { "L13", "LEAKED", OF_LEAKS,
      "go(function() nilchan:recv() end) go(function() select {} end)"
      " go(function() nilchan:send(1) end)"
      " go(function() select { recv(nil), send(nil, 1) } end)" NOW,
      "2 [chan receive (nil chan)] leaked, 3 [select (no cases)] leaked,"
      " 4 [chan send (nil chan)] leaked, 5 [select] leaked",
      NULL },
    { "L13 in main", "never (deadlock rule)", OF_LEAKS,
      "go(function() time.Sleep(time.Millisecond) print('now')"
      " time.Sleep(time.Hour) end) nilchan:recv()",
      "", NULL },
    { "L13 in main, all asleep", "never (deadlock rule)", OF_END, "select {}",
      "fatal error: all goroutines are asleep - deadlock!|"
      "goroutine 1 [select (no cases)]:",
      NULL },
    { "L14 wrap", "as if blocked directly", OF_LEAKS,
      "do local c = chan() go(function() coroutine.wrap(function()"
      " c:recv() end)() end) end" NOW,
      "2 [chan receive] leaked", NULL },
    { "L14 resume", "as if blocked directly", OF_LEAKS,
      "do local c, d = chan(), chan()"
      " go(function() local co = coroutine.create(function(x)"
      " x:recv() d:send(1) end) coroutine.resume(co, c) end)"
      " go(function() d:recv() end) end" NOW,
      "2 [chan receive] leaked, 3 [chan receive] leaked", NULL },
    { "L14 kept inside", "as if blocked directly", OF_LEAKS,
      "do local c, d = chan(), chan() local co = coroutine.wrap(function()"
      " c:recv() d:send(1) end) go(co) go(function() d:recv() end)"
      " go(function() time.Sleep(time.Hour) c:send(1) end) end" NOW,
      "2 [chan receive] suspect, 3 [chan receive] suspect", NULL },
    { "L15", "not", OF_LEAKS,
      "do local c = chan() go(function() c:recv() end)"
      " time.Sleep(1000) runtime.GOMAXPROCS(1)"
      " go(function(x) x:send(1) end, c) end"
      " print('now') runtime.GC() work(time.Millisecond)"
      " time.Sleep(time.Hour)",
      "2 [chan receive] suspect", NULL },
    { "L16", "not reported (documented miss)", OF_LEAKS,
      "slow = setmetatable({}, { __add = function()"
      " for i = 1, 1e6 do runtime.Gosched() end return 0 end })"
      " go(function() do local a, b, c = 1, 2, chan()"
      " go(function() c:recv() end) end local x = slow + 1 end)" NOW,
      "3 [chan receive] suspect", NULL },
    { "L17 not referring to its channel", "LEAKED, no finalizer runs", OF_LEAKS,
      "do local c = chan() go(function() local x = setmetatable({},"
      " { __gc = function() print('finalizer') end }) c:recv()"
      " return x end) end runtime.GC()" NOW,
      "2 [chan receive] leaked", NULL },
    { "L17 referring to it", "not reported (LEAK-12)", OF_LEAKS,
      "do local c = chan() go(function() local x = setmetatable({ c },"
      " { __gc = function(o) o[1]:send(1) end }) c:recv()"
      " return x end) end runtime.GC()" NOW,
      "2 [chan receive] leaked",
      "a script's finalizers never run here, so none can send (DET-5)" },
    { "L18 cancel dropped, ctx kept", "LEAKED (in Go: not)", OF_LEAKS,
      "X = (context.WithCancel(context.Background()))"
      " go(function() X:Done():recv() end)" NOW,
      "2 [chan receive] leaked", NULL },
    { "L18 cancel kept", "not", OF_LEAKS,
      "do local ctx, cancel = context.WithCancel(context.Background())"
      " CANCEL = cancel go(function() ctx:Done():recv() end) end" NOW,
      "2 [chan receive] held", NULL },
    { "L18 an ancestor's cancel kept", "not", OF_LEAKS,
      "do local a, cancel = context.WithCancel(context.Background())"
      " CANCEL = cancel local ctx = context.WithCancel("
      "context.WithValue(a, 'k', 1)) go(function() ctx:Done():recv() end)"
      " end" NOW,
      "2 [chan receive] held", NULL },
    { "L18 deadline pending", "not", OF_LEAKS,
      "do local ctx = context.WithTimeout(context.Background(), time.Hour)"
      " go(function() ctx:Done():recv() end) end" NOW,
      "2 [chan receive] held", NULL },
    { "LEAK-LIVE never mentioned again", "Go-like precision", OF_LEAKS,
      "local c = chan(0, [[\n c ]]) -- c\n"
      "local s = 'it\\'s \\z\n c ' print(#s)\n"
      "go(function() c:recv() end)\n"
      "-- c is not used [[\n" NOW " print('\\'c')",
      "2 [chan receive] suspect, never used again", NULL },
    { "LEAK-LIVE used below", "kept", OF_LEAKS,
      "local c = chan()\n go(function() c:recv() end)\n" NOW "\n c:send(1)",
      "2 [chan receive] suspect", NULL },
    { "LEAK-LIVE in a loop that comes round", "kept", OF_LEAKS,
      "local c = chan()\n go(function() c:recv() end)\n"
      "for i = 1, 2 do\n if i > 1 then c:send(1) end\n" NOW "\n end",
      "2 [chan receive] suspect", NULL },
    { "LEAK-LIVE in a loop that is over", "Go-like precision", OF_LEAKS,
      "local c = chan()\n go(function() c:recv() end)\n"
      "for i = 1, 2 do\n print(c)\n end\n" NOW,
      "2 [chan receive] suspect, never used again", NULL },
    { "LEAK-LIVE in a goroutine still to be made", "kept", OF_LEAKS,
      "local c = chan()\n go(function() c:recv() end)\n" NOW "\n"
      "go(function()\n c:send(1)\n end)",
      "2 [chan receive] suspect", NULL },
    { "LEAK-LIVE in a named one still to be made", "kept", OF_LEAKS,
      "local c = chan()\n go(function() c:recv() end)\n" NOW "\n"
      "local function sender()\n c:send(1)\n end\n go(sender)",
      "2 [chan receive] suspect", NULL },
    { "LEAK-LIVE in one that is made again", "kept", OF_LEAKS,
      "local c = chan()\n go(function() c:recv() end)\n"
      "for i = 1, 2 do\n if i > 1 then\n go(function()\n c:send(1)\n end)\n"
      " end\n" NOW "\n end",
      "2 [chan receive] suspect", NULL },
    { "LEAK-LIVE in a function that is started below", "kept", OF_LEAKS,
      "local c = chan()\n local function sender()\n c:send(1)\n end\n"
      "go(function() c:recv() end)\n" NOW "\n go(sender)",
      "2 [chan receive] suspect", NULL },
    { "LEAK-LIVE in the statement under way", "kept", OF_LEAKS,
      "local c, mt = chan(), { __add = function(a, b) a.c:send(1) end }\n"
      "go(function() c:recv() end)\n"
      "local function slow() time.Sleep(time.Millisecond) print('now')"
      " time.Sleep(time.Hour) return 1 end\n"
      "local t = setmetatable({ c = c }, mt)\n"
      "print(t +\n slow())",
      "2 [chan receive] suspect", NULL },
    { "LEAK-LIVE to be closed", "kept", OF_LEAKS,
      "local c = chan()\n go(function() c:recv() end)\n"
      "local _ <close> = defer(close, c)\n" NOW,
      "2 [chan receive] suspect", NULL },
    { "LEAK-LIVE behind a goto", "kept", OF_LEAKS,
      "local c, n = chan(), 0\n go(function() c:recv() end)\n"
      "::again::\n if n > 0 then c:send(1) end\n n = n + 1\n" NOW
      "\n goto again",
      "2 [chan receive] suspect", NULL },
    { "LEAK-LIVE two functions on a line", "in doubt kept", OF_LEAKS,
      "local function f(g) g() end f(function() go(function()\n"
      "local c = chan()\n go(function() c:recv() end)\n"
      "time.Sleep(time.Hour) end) end)" NOW,
      "3 [chan receive] suspect", NULL },
    { "LEAK-2 waits of every kind", "none: who sleeps will wake them",
      OF_LEAKS,
      "do local o, mu, rw = sync.Once(), sync.Mutex(), sync.RWMutex()"
      " local wg, c = sync.WaitGroup(), chan() wg:Add(1)"
      " local cond = sync.Cond(sync.Mutex())"
      " local value = sync.OnceValue(function() time.Sleep(time.Hour) end)"
      " local sem = semaphore.NewWeighted(1)"
      " local flight = singleflight.New()"
      " local function hour() time.Sleep(time.Hour) end"
      " go(function() o:Do(hour) end) go(function() value() end)"
      " go(function() flight:Do('k', hour) end)"
      " go(function() mu:Lock() rw:RLock() sem:Acquire(context.Background(), 1)"
      " hour() mu:Unlock() rw:RUnlock() wg:Done() cond:Signal() close(c)"
      " sem:Release(1) end) time.Sleep(1000)"
      " go(function() o:Do(hour) end) go(function() value() end)"
      " go(function() flight:Do('k', hour) end)"
      " go(function() mu:Lock() end) go(function() rw:Lock() end)"
      " go(function() wg:Wait() end)"
      " go(function() cond.L:Lock() cond:Wait() end)"
      " go(function() sem:Acquire(context.Background(), 1) end)"
      " time.Sleep(1000) go(function() rw:RLock() end) end" NOW,
      "6 [sync.Mutex.Lock] suspect, 7 [sync.Mutex.Lock] suspect,"
      " 8 [sync.WaitGroup.Wait] suspect, 9 [sync.Mutex.Lock] suspect,"
      " 10 [sync.RWMutex.Lock] suspect, 11 [sync.WaitGroup.Wait] suspect,"
      " 12 [sync.Cond.Wait] suspect, 13 [select] suspect,"
      " 14 [sync.RWMutex.RLock] suspect",
      NULL },
    { "LEAK-2 a thread is no way to its stack", "LEAKED", OF_LEAKS,
      "T = {} do local c = chan() go(function()"
      " T[1] = coroutine.running() c:recv() end) end" NOW,
      "2 [chan receive] leaked", NULL },
    { "LEAK-6 a view of a channel", "not", OF_LEAKS,
      "do local c = chan() V = sendonly(c) go(function() c:recv() end)"
      " end" NOW,
      "2 [chan receive] held", NULL },
    { "LEAK-6 a select case that is kept", "not", OF_LEAKS,
      "do local c = chan() V = send(c, 1) go(function() c:recv() end)"
      " end" NOW,
      "2 [chan receive] held", NULL },
    { "LEAK-8 after main's return", "drained; main's variables are gone",
      OF_LEAKS,
      "local c = chan() go(function() c:recv() end)"
      " G = chan() go(function() G:recv() end)"
      " go(function() time.Sleep(time.Millisecond) c:len() end)"
      " time.Sleep(1000)",
      "2 [chan receive] leaked, 3 [chan receive] held", NULL },

    /* --- DEAD: deadlocks --------------------------------------------------- */
    { "DEAD-1", "every goroutine with its wait reason, exit 2", OF_END,
      "local c, wg = chan(), sync.WaitGroup() wg:Add(1)"
      " go(function() c:recv() end) wg:Wait()",
      "fatal error: all goroutines are asleep - deadlock!|"
      "goroutine 1 [sync.WaitGroup.Wait]:|goroutine 2 [chan receive]:",
      NULL },
    { "DEAD-1 a forgotten ticker", "does not count as armed (TIME-3)", OF_END,
      "time.NewTicker(time.Second) local c = chan() c:recv()",
      "fatal error: all goroutines are asleep - deadlock!", NULL },
    { "DEAD-1 main is alone asleep", "a timer is armed: no deadlock", OF_END,
      "go(function() nilchan:recv() end) time.Sleep(time.Second)", "", NULL },
    { "DEAD-2 a circle of owners", "reported although others can still run",
      OF_WAITS,
      "A = sync.Mutex() B = sync.Mutex() local function t(x, y)"
      " x:Lock() time.Sleep(1000) y:Lock() end go(t, A, B) go(t, B, A)"
      " time.Sleep(time.Hour) A:Lock()",
      "2 circle 1, 3 circle 1", NULL },
    { "DEAD-2 Mutex, twice (T01)", "stuck{1} always (recursion)", OF_WAITS,
      "M = sync.Mutex() go(function() M:Lock() M:Lock() end)"
      " time.Sleep(time.Hour)",
      "2 circle 1", NULL },
    { "DEAD-2 upgrade (T16)", "stuck{1}", OF_WAITS,
      "M = sync.RWMutex() go(function() M:RLock() M:Lock() end)"
      " time.Sleep(time.Hour)",
      "2 circle 1", NULL },
    { "DEAD-2 a reader behind a writer (T15)", "stuck{1,2}", OF_WAITS,
      "M = sync.RWMutex() go(function() M:RLock() time.Sleep(2000) M:RLock()"
      " end) go(function() time.Sleep(1000) M:Lock() end)"
      " time.Sleep(time.Hour)",
      "2 circle 1, 3 circle 1", NULL },
    { "DEAD-2 a writer and all active readers", "reported", OF_WAITS,
      "M = sync.RWMutex() C = sync.Mutex() go(function() C:Lock() M:RLock()"
      " time.Sleep(4000) C:Unlock() time.Sleep(time.Hour) end)"
      " go(function() M:RLock() time.Sleep(1000) M:Lock() end)"
      " time.Sleep(time.Hour)",
      "3 circle 1", NULL },
    { "DEAD-2 behind a writer behind a reader that is stuck", "all reported",
      OF_WAITS,
      "M = sync.RWMutex() L = sync.Mutex() go(function() L:Lock() M:RLock()"
      " L:Lock() end) time.Sleep(1000) go(function() M:Lock() end)"
      " time.Sleep(1000) go(function() M:RLock() end) go(function() M:Lock()"
      " end) time.Sleep(time.Hour)",
      "2 circle 1, 3 behind, 4 behind, 5 behind", NULL },
    { "DEAD-2 a Once inside itself", "reported", OF_WAITS,
      "O = sync.Once() local function f() O:Do(f) end"
      " go(function() O:Do(f) end) time.Sleep(time.Hour)",
      "2 circle 1", NULL },
    { "DEAD-2 behind a circle", "not part of it", OF_WAITS,
      "M = sync.Mutex() go(function() M:Lock() M:Lock() end)"
      " go(function() time.Sleep(1000) M:Lock() end) time.Sleep(time.Hour)",
      "2 circle 1, 3 behind", NULL },
    { "DEAD-2 unlocked by others before", "likely, not certain", OF_WAITS,
      "M = sync.Mutex() M:Lock() go(function() M:Unlock() end)"
      " time.Sleep(1000) go(function() M:Lock() M:Lock() end)"
      " time.Sleep(time.Hour)",
      "3 not", "what is not certain is not called stuck; why says the owner" },
    { "DEAD-2 unlocked by others later", "likely, not certain", OF_WAITS,
      "M = sync.Mutex()\n M:Lock()\n go(function()\n time.Sleep(time.Minute)\n"
      " M:Unlock()\n end)\n go(function()\n M:Lock()\n end) nilchan:recv()",
      "1 lost, 3 not", "somebody's code is seen to unlock what it never locks" },
    { "DEAD-2 unlocked by a function it is given to", "likely, not certain",
      OF_WAITS,
      "local M = sync.Mutex() local function free(m) m:Unlock() end\n"
      " go(function() M:Lock() M:Lock() end)\n"
      " go(function()\n time.Sleep(time.Minute)\n free(M)\n end)"
      " nilchan:recv()",
      "1 lost, 2 not", "somebody has yet to give it to some function" },
    { "DEAD-2 unlocked by a function from a channel", "likely, not certain",
      OF_WAITS,
      "local M = sync.Mutex() local C = chan(1) C:send(function()\n"
      " M:Unlock()\n end)\n go(function() M:Lock() M:Lock() end)\n"
      " go(function()\n time.Sleep(time.Minute)\n C:recv()()\n end)"
      " nilchan:recv()",
      "1 lost, 2 not", "a function at hand unlocks what it never locks" },
    { "DEAD-2 given to a function before", "reported", OF_WAITS,
      "local M = sync.Mutex() local function see(m) m:Unlock() end\n"
      " go(function() M:Lock() M:Lock() end)\n"
      " go(function()\n M:Lock()\n see(M)\n time.Sleep(time.Minute)\n end)"
      " runtime.Gosched() nilchan:recv()",
      "1 lost, 2 circle 1", NULL },
    { "DEAD-2 three philosophers (T06)", "stuck{1,2,3}", OF_WAITS,
      "F = { sync.Mutex(), sync.Mutex(), sync.Mutex() }"
      " for i = 1, 3 do go(function() F[i]:Lock() time.Sleep(1000)"
      " F[i % 3 + 1]:Lock() end) end time.Sleep(time.Hour)",
      "2 circle 1, 3 circle 1, 4 circle 1", NULL },
    { "DEAD-3 an OR-wait", "stuck only if every way is", OF_WAITS,
      "do local a, b, c = chan(), chan(), chan() G = chan()"
      " go(function() select { recv(a), recv(G) } end)"
      " go(function() select { recv(c), recv(b) } end) end"
      " time.Sleep(time.Hour)",
      "2 not, 3 lost", NULL },
    { "DEAD-3 a knot of selects", "deadlocked: no way leads out", OF_WAITS,
      "do local a, b, c = chan(0, 'a'), chan(0, 'b'), chan(0, 'c')\n"
      " go(function()\n select { recv(a), recv(b) }\n c:send(1)\n end)\n"
      " go(function()\n select { recv(c), recv(b) }\n a:send(1)\n end)\n"
      " go(function()\n c:recv()\n b:send(1)\n end) end"
      " time.Sleep(time.Hour)",
      "2 circle 1, 3 circle 1, 4 circle 1", NULL },
    { "DEAD-3 a way out of the knot", "none: one can still be woken", OF_WAITS,
      "do local a, b, c = chan(0, 'a'), chan(0, 'b'), chan(0, 'c')\n"
      " go(function()\n select { recv(a), recv(b) }\n c:send(1)\n end)\n"
      " go(function()\n select { recv(c), recv(b) }\n a:send(1)\n end)\n"
      " go(function()\n time.Sleep(time.Hour)\n b:send(1)\n end) end"
      " time.Sleep(time.Hour)",
      "2 not, 3 not", NULL },
    { "DEAD-3 two that send first (T23)", "stuck{1,2}", OF_WAITS,
      "do local c, d = chan(), chan()\n"
      " go(function()\n c:send(1)\n d:recv()\n end)\n"
      " go(function()\n d:send(1)\n c:recv()\n end) end"
      " time.Sleep(time.Hour)",
      "2 circle 1, 3 circle 1", NULL },
    { "DEAD-3 a lock across a channel (T53)", "always stuck{1,2}", OF_WAITS,
      "do local m, c = sync.Mutex('m'), chan(0, 'c')"
      " go(function() m:Lock()\n c:send(1)\n m:Unlock() end)"
      " go(function() m:Lock()\n c:recv()\n m:Unlock() end) end"
      " time.Sleep(time.Hour)",
      "2 circle 1, 3 circle 1", NULL },
    { "DEAD-3 a Done that is missing (T44)", "stuck{2}", OF_WAITS,
      "do local wg = sync.WaitGroup() wg:Add(2) go(function() wg:Done() end)"
      " go(function() wg:Wait() end) end time.Sleep(time.Hour)",
      "3 lost", NULL },
    { "DEAD-3 a lost wake-up (T48)", "1 lost wake-up", OF_WAITS,
      "do local m = sync.Mutex() local c = sync.Cond(m) m:Lock() c:Signal()"
      " m:Unlock() go(function() m:Lock() c:Wait() end) end"
      " time.Sleep(time.Hour)",
      "2 lost", NULL },
    { "DEAD-4", "the four conditions, who holds and wants what, how to break "
                "it", OF_WORDS,
      PAIR "go(function()\nA:Lock()\ntime.Sleep(1000)\nB:Lock() end)"
           " go(function()\nB:Lock()\ntime.Sleep(1000)\nA:Lock() end)"
           " go(function() time.Sleep(time.Hour) end)"
           " time.Sleep(time.Hour)",
      "DEADLOCK among goroutines 2 and 3 (2 of 4; the others can still run|"
      "goroutine 2 [sync.Mutex.Lock] test.lua:10  holds A (line 8)  wants B|"
      "goroutine 3 [sync.Mutex.Lock] test.lua:13  holds B (line 11)  wants A|"
      "mutual exclusion|hold and wait|no preemption|"
      "circular wait: 2 -> B -> 3 -> A -> 2|break it by: one global order",
      NULL },

    /* --- LO: lock order, MIX: locks and channels ----------------------------- */
    { "LO-1 nested classes", "a class is an instance", OF_ORDER,
      "local function node() return sync.Mutex() end local a, b = node(),"
      " node() go(function() a:Lock() b:Lock() b:Unlock() a:Unlock() end)" LATER
      "go(function() a:Lock() b:Lock() b:Unlock() a:Unlock() end)" LATER,
      "", NULL },
    { "LO-2 Mutex, twice (T01)", "recursion, certain", OF_ORDER,
      "local m = sync.Mutex('m') go(function() m:Lock()\nm:Lock() end)" LATER,
      "RECURSIVE LOCK: goroutine 2 locks m at test.lua:2, and has it already "
      "since test.lua:1",
      NULL },
    { "LO-2 RLock, then Lock (T16)", "recursion, certain", OF_ORDER,
      "local rw = sync.RWMutex('rw') go(function() rw:RLock() rw:Lock()"
      " end)" LATER,
      "RECURSIVE LOCK", NULL },
    { "LO-2 RLock, twice (T15)", "deadlocks if a writer arrives between",
      OF_ORDER,
      "local rw = sync.RWMutex('rw') go(function() rw:RLock() rw:RLock()"
      " rw:RUnlock() rw:RUnlock() end)" LATER,
      "RECURSIVE READ LOCK|a writer arrives", NULL },
    { "LO-3 AB-BA (T02)", "cycle in every run that does not deadlock", OF_ORDER,
      PAIR "go(two, A, B)" LATER "go(two, B, A)" LATER,
      "POTENTIAL DEADLOCK (lock order), cycle of 2\n"
      "  A -> B  goroutine 2: A at test.lua:3, then B at test.lua:4\n"
      "  B -> A  goroutine 3: B at test.lua:3, then A at test.lua:4\n",
      NULL },
    { "LO-3 one order (T03)", "no cycle", OF_ORDER,
      PAIR "go(two, A, B)" LATER "go(two, A, B)" LATER, "", NULL },
    { "LO-3 a gate (T04)", "cycle filtered by gate G", OF_ORDER,
      PAIR "local function gate(x, y) G:Lock() two(x, y) G:Unlock() end"
           " go(gate, A, B)" LATER "go(gate, B, A)" LATER,
      "", NULL },
    { "LO-3 one after the other (T05)", "ok", OF_ORDER,
      PAIR "go(function() A:Lock() A:Unlock() end)"
           " go(function() B:Lock() B:Unlock() end)" LATER,
      "", NULL },
    { "LO-3 one goroutine alone", "edges of pairwise different Gs", OF_ORDER,
      PAIR "go(function() two(A, B) two(B, A) end)" LATER, "", NULL },
    { "LO-3 after join", "ordered by fork and join: none", OF_ORDER,
      PAIR "local wg = sync.WaitGroup() wg:Add(1)"
           " go(function() two(A, B) wg:Done() end) wg:Wait()"
           " go(two, B, A)" LATER,
      "", NULL },
    { "LO-3 after go", "ordered by fork and join: none", OF_ORDER,
      PAIR "two(A, B) go(two, B, A)" LATER, "", NULL },
    { "LO-3 two readers", "modes both read: none", OF_ORDER,
      "local A, B = sync.RWMutex('A'), sync.RWMutex('B')"
      " local function two(x, y) x:RLock() y:RLock() y:RUnlock()"
      " x:RUnlock() end go(two, A, B)" LATER "go(two, B, A)" LATER,
      "", NULL },
    { "LO-3 a reader and a writer", "reported", OF_ORDER,
      "local A, B = sync.RWMutex('A'), sync.RWMutex('B')"
      " local function two(x, y) x:RLock() y:Lock() y:Unlock()"
      " x:RUnlock() end go(two, A, B)" LATER "go(two, B, A)" LATER,
      "cycle of 2", NULL },
    { "LO-3 a cycle of six", "length capped at 5", OF_ORDER,
      "local f = {} for i = 1, 6 do f[i] = sync.Mutex('f' .. i) end"
      " for i = 1, 6 do go(function() f[i]:Lock() f[i % 6 + 1]:Lock()"
      " f[i % 6 + 1]:Unlock() f[i]:Unlock() end)" LATER "end",
      "", NULL },
    { "LO-4 unlocked in any order", "any position of the held list", OF_ORDER,
      PAIR "go(function() A:Lock() B:Lock() A:Unlock() G:Lock() G:Unlock()"
           " B:Unlock() end)" LATER "go(two, G, A)" LATER,
      "", NULL },
    { "LO-4 TryLock asks, but does not wait", "no edge into its target",
      OF_ORDER,
      PAIR
      "go(two, A, B)" LATER
      "go(function() B:Lock() A:TryLock() A:Unlock() B:Unlock() end)" LATER,
      "", NULL },
    { "LO-4 TryLock holds", "counts as held", OF_ORDER,
      PAIR
      "go(two, A, B)" LATER
      "go(function() B:TryLock() A:Lock() A:Unlock() B:Unlock() end)" LATER,
      "cycle of 2", NULL },
    { "LO-4 another unlocks", "noted", OF_ORDER,
      "local m = sync.Mutex('m') m:Lock() go(function() m:Unlock() end)" LATER,
      "UNLOCK BY ANOTHER: goroutine 2 unlocks m|goroutine 1 locked it", NULL },
    { "LO-5 the same chain again", "told once", OF_ORDER,
      PAIR "for i = 1, 50 do go(two, A, B)" LATER "go(two, B, A)" LATER "end",
      "cycle of 2\n  A -> B  goroutine 2", NULL },
    { "LO-6 three philosophers (T06)", "3-cycle (the Go library misses it)",
      OF_ORDER,
      "local f = { sync.Mutex('f1'), sync.Mutex('f2'),"
      " sync.Mutex('f3') } for i = 1, 3 do go(function() f[i]:Lock()"
      " f[i % 3 + 1]:Lock() f[i % 3 + 1]:Unlock() f[i]:Unlock() end)" LATER
      "end",
      "cycle of 3|f1 -> f2|f2 -> f3|f3 -> f1", NULL },
    { "LO-6 the last one reversed (T08)", "ok, no cycle", OF_ORDER,
      "local f = { sync.Mutex('f1'), sync.Mutex('f2'),"
      " sync.Mutex('f3') } for i = 1, 3 do go(function()"
      " local x, y = f[i], f[i % 3 + 1] if i == 3 then x, y = y, x end"
      " x:Lock() y:Lock() y:Unlock() x:Unlock() end)" LATER "end",
      "", NULL },
    { "LO-7 an order never executed", "silent", OF_ORDER,
      PAIR "go(two, A, B)" LATER "if nilchan == 1 then two(B, A) end", "",
      NULL },
    { "MIX-1 both hold it, cap 1 (T54)", "1 ok, 1 stuck: noted", OF_ORDER,
      "local m, c = sync.Mutex('m'), chan(1, 'c')"
      " go(function() m:Lock() c:send(1) m:Unlock() end)" LATER
      "go(function() m:Lock() c:recv() m:Unlock() end)" LATER,
      "POSSIBLE DEADLOCK (lock and channel)|while it holds m|takes m at|"
      "before it gets to",
      NULL },
    { "MIX-1 unlocked before the receive (T56)", "MIX-1 note", OF_ORDER,
      "local m, c = sync.Mutex('m'), chan(0, 'c')"
      " go(function() m:Lock() m:Unlock() c:recv() end)" LATER
      "go(function() m:Lock() c:send(1) m:Unlock() end)" LATER,
      "POSSIBLE DEADLOCK (lock and channel)|goroutine 2 takes m", NULL },
    { "MIX-1 the receive first (T55)", "ok", OF_ORDER,
      "local m, c = sync.Mutex('m'), chan(0, 'c')"
      " go(function() c:recv() m:Lock() m:Unlock() end)" LATER
      "go(function() m:Lock() c:send(1) m:Unlock() end)" LATER,
      "", NULL },
    { "MIX-1 a Wait that went well", "noted", OF_ORDER,
      "local m, wg = sync.Mutex('m'), sync.WaitGroup('wg') wg:Add(1)"
      " go(function() m:Lock() m:Unlock() wg:Done() end)" LATER
      "go(function() m:Lock() wg:Wait() m:Unlock() end)" LATER,
      "POSSIBLE DEADLOCK (lock and Wait)\n"
      "  goroutine 3 waits for wg at test.lua:1 while it holds m\n"
      "  goroutine 2 takes m at test.lua:1 before it gets to Done of wg",
      NULL },
    { "MIX-1 Add and Done under a lock", "only Wait waits: none", OF_ORDER,
      "local m, wg = sync.Mutex('m'), sync.WaitGroup('wg')"
      " go(function() m:Lock() wg:Add(1) m:Unlock() m:Lock() wg:Done()"
      " m:Unlock() end)" LATER "go(function() wg:Wait() m:Lock() m:Unlock()"
      " end)" LATER,
      "", NULL },
    { "MIX-1 a condition inside another lock", "noted", OF_ORDER,
      "local m, l = sync.Mutex('m'), sync.Mutex('l')"
      " local cond = sync.Cond(l, 'cond')"
      " go(function() m:Lock() m:Unlock() cond:Signal() end)" LATER
      "go(function() m:Lock() l:Lock() cond:Wait() l:Unlock() m:Unlock()"
      " end)" LATER "cond:Signal()" LATER,
      "POSSIBLE DEADLOCK (lock and Wait)|waits on cond|while it holds m", NULL },
    { "MIX-1 a Wait under the lock that Done needs", "noted", OF_WAITS,
      "do local m, wg = sync.Mutex('m'), sync.WaitGroup('wg') wg:Add(1)\n"
      "go(function()\n m:Lock()\n wg:Wait()\n m:Unlock() end)\n"
      "time.Sleep(1000)\n"
      "go(function()\n m:Lock()\n wg:Done()\n m:Unlock() end) end\n"
      "time.Sleep(time.Hour)",
      "2 circle 1, 3 circle 1", NULL },
};
enum { NVERDICT = sizeof verdicts / sizeof verdicts[0] };

#endif
