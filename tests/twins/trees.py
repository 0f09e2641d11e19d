"""Twins of goroutines that use everything there is to wait for.

Each agent is a goroutine with a list of operations on a few objects that all
share. Before each operation it waits for its turn, a moment that no other
agent has, and timers last odd times, so at any moment one thing happens. What
it sets free may print in any order: lines of one moment are compared as a set.
"""
from channels import Channels
from contexts import Contexts
from locks import Locks


class Twin(Channels, Locks, Contexts):
    """One program, in both languages."""

    # --- ends -----------------------------------------------------------------

    def op_end(self):
        if self.chance(30):
            self.put("if num.Load() >= 0 {\nruntime.Goexit()\n}",
                     "if num:Load() >= 0 then runtime.Goexit() end")
        elif self.chance(10):
            self.put("if num.Load() >= 0 {\nos.Exit(3)\n}",
                     "if num:Load() >= 0 then os.exit(3) end")
        else:
            v, u = self.pick(('"gives up"', '"gives up"'), ("42", "42"),
                             ('errors.New("broken")', 'errors.New("broken")'),
                             ('fmt.Errorf("w: %w", context.Canceled)',) * 2,
                             ("true", "true"), ('"two\\nlines"',) * 2,
                             ("2.5", "2.5"))
            self.put("if num.Load() >= 0 {\npanic(%s)\n}" % v,
                     "if num:Load() >= 0 then panic(%s) end" % u)

    def op_count(self):
        self.both("%d goroutines", "runtime.NumGoroutine()")

    def op_spawn(self):
        free = [g for g in range(1, self.agents) if g not in self.spawned]
        if free:
            g = free[0]
            self.spawned[g] = self.g
            self.put("go g%d()" % g, "go(g[%d])" % g)

    # --- bodies -----------------------------------------------------------------

    WEIGHTS = (("send", 12), ("recv", 12), ("close", 3), ("len", 2),
               ("range", 3), ("nil_channel", 1), ("select", 14), ("lock", 7),
               ("rlock", 8), ("try_lock", 4), ("wrong_unlock", 1),
               ("wait_group", 9), ("cond", 6), ("once", 4), ("atomic", 2),
               ("any_value", 2), ("map", 3), ("new_context", 6),
               ("cancel", 4), ("context", 9), ("timer", 10), ("ticker", 5),
               ("sleep", 2), ("semaphore", 6), ("errgroup", 6), ("end", 2),
               ("singleflight", 4),
               ("count", 2), ("spawn", 8))

    def simple(self):
        getattr(self, "op_" + self.pick("send", "recv", "len", "atomic", "cancel",
                                        "context", "select"))()

    def op(self):
        names = [n for n, _ in self.WEIGHTS]
        name = self.random.choices(names, [w for _, w in self.WEIGHTS])[0]
        if name == "end" and self.chance(60):
            return
        # what takes a lock and is caught would keep it
        caught = self.chance(75) and name not in ("lock", "rlock", "cond")
        self.turn()
        if caught:
            self.put('try(%d, "%s", func() {' % (self.g, name),
                     'try(%d, "%s", function()' % (self.g, name))
        getattr(self, "op_" + name)()
        if caught:
            self.put("})", "end)")

    def body(self, g):
        self.g = g
        if self.chance(15):
            self.put('defer say(%d, "deferred")' % g,
                     'local _ <close> = defer(say, %d, "deferred")' % g)
        for _ in range(self.random.randint(0, self.agents) if g == 0 else 0):
            self.op_spawn()
        few = g == 0 and self.chance(70)
        for _ in range(self.random.randint(1, 3 if few else 14)):
            self.op()
        if g == 0:
            for _ in range(self.agents):
                self.turn()
                self.op_spawn()
        self.turn()
        self.both("ends")

    def last(self):
        """How main ends."""
        kind = self.pick("select", "select", "sleep", "return", "group", "exit")
        if kind == "select":
            self.put("select {}", "select {}")
        elif kind == "sleep":
            self.put("time.Sleep(time.Minute)", "time.Sleep(time.Minute)")
        elif kind == "group":
            self.put("wg.Wait()", "wg:Wait()")
        elif kind == "exit":
            self.put("runtime.Goexit()", "runtime.Goexit()")

    GO = """
agents = %d
ch0, ch1, ch2 := make(chan any, %d), make(chan any, %d), make(chan any, %d)
var nothing chan any
var mu0, mu1, mu2 sync.Mutex
var rw sync.RWMutex
var wg sync.WaitGroup
cond := sync.NewCond(&mu2)
var once sync.Once
var num atomic.Int64
var anyv atomic.Value
var smap sync.Map
var pool sync.Pool
var sf singleflight.Group
sem := semaphore.NewWeighted(3)
eg, egctx := errgroup.WithContext(context.Background())
var ctx [4]context.Context
var cancel [4]func(error)
var stop [4]func() bool
var tm, af [4]*time.Timer
var tk [4]*time.Ticker
for i := range ctx {
ctx[i], cancel[i], stop[i] = context.Background(), func(error) {}, func() bool { return false }
tm[i] = time.NewTimer(time.Hour)
tm[i].Stop()
af[i] = time.AfterFunc(time.Hour, func() {})
af[i].Stop()
tk[i] = time.NewTicker(time.Hour)
tk[i].Stop()
}
"""
    LUA = """
agents = %d
local ch0, ch1, ch2 = chan(%d), chan(%d), chan(%d)
local mu0, mu1, mu2 = sync.Mutex(), sync.Mutex(), sync.Mutex()
local rw = sync.RWMutex()
local wg = sync.WaitGroup()
local cond = sync.Cond(mu2)
local once = sync.Once()
local num = atomic.Int64()
local anyv = atomic.Value()
local smap = sync.Map()
local pool = sync.Pool {}
local sf = singleflight.New()
local sem = semaphore.NewWeighted(3)
local eg, egctx = errgroup.WithContext(context.Background())
local ctx, cancel, stop, tm, af, tk, g = {}, {}, {}, {}, {}, {}, {}
for i = 0, 3 do
ctx[i], cancel[i], stop[i] = context.Background(), function() end, function() return false end
tm[i] = time.NewTimer(time.Hour)
tm[i]:Stop()
af[i] = time.AfterFunc(time.Hour, function() end)
af[i]:Stop()
tk[i] = time.NewTicker(time.Hour)
tk[i]:Stop()
end
"""

    def once_functions(self):
        self.g = 9
        self.func("onceFunc := sync.OnceFunc(func() {",
                  "local onceFunc = sync.OnceFunc(function()", "once only",
                  exits=False)
        self.func("value := sync.OnceValue(func() any {",
                  "local value = sync.OnceValue(function()", "value made",
                  ("return 7\n})", "return 7\nend)"), False)

    def make(self):
        facts = (self.agents,) + tuple(self.caps)
        self.put(self.GO % facts, self.LUA % facts)
        self.once_functions()
        self.put("var %s func()" % ", ".join("g%d" % g for g in
                                             range(1, self.agents)), "")
        # main first, for who starts whom; its text comes last
        above = self.go, self.lua
        bodies = []
        for g in range(self.agents):
            self.go, self.lua = [], []
            self.body(g)
            bodies.append((self.go, self.lua))
        self.go, self.lua = above
        for g in range(1, self.agents):
            self.put("g%d = func() {\n%s\n}" % (g, "\n".join(bodies[g][0])),
                     "g[%d] = function()\n%s\nend" % (g, "\n".join(bodies[g][1])))
        self.put("_, _, _, _, _ = mu0, mu1, rw, nothing, egctx\n"
                 "_, _, _, _, _, _ = cond, &once, anyv, smap, sem, eg\n"
                 "_, _ = pool, sf\n"
                 "_, _, _, _, _, _, _ = onceFunc, value, num, wg, ch0, ch1, ch2", "")
        self.put("\n".join(bodies[0][0]), "\n".join(bodies[0][1]))
        self.g = 0
        self.last()
        return "\n".join(self.go), "\n".join(self.lua)


def make(random):
    return Twin(random).make()
