"""Twins that do something wrong, in different surroundings.

A piece of misuse is what comes before it, and the wrong thing itself. It is
done by main or by another goroutine, plainly, recovered from, in a deferred
function, or with another panic on its way; others wait meanwhile.
"""

# before (Go, Lua), the wrong thing (Go, Lua)
PIECES = (
    ("ch := make(chan any)\nclose(ch)", "local ch = chan()\nclose(ch)",
     "ch <- 1", "ch:send(1)"),
    ("ch := make(chan any, 2)\nclose(ch)", "local ch = chan(2)\nclose(ch)",
     "close(ch)", "ch:close()"),
    ("ch := make(chan any, 2)\nch <- 1\nclose(ch)",
     "local ch = chan(2)\nch:send(1)\nclose(ch)",
     "ch <- 2", "ch:send(2)"),
    ("var ch chan any", "local ch = nilchan", "close(ch)", "close(ch)"),
    ("var ch chan any", "local ch = nilchan", "ch <- 1", "ch:send(1)"),
    ("var ch chan any", "local ch = nilchan", "<-ch", "ch:recv()"),
    ("var ch chan any", "local ch = nilchan",
     "for range ch {\n}", "for _ in range(ch) do end"),
    ("var ch chan any", "local ch = nilchan",
     "select {\ncase <-ch:\n}", "select { recv(ch) }"),
    ("var ch chan any", "local ch = nilchan",
     "select {\ncase ch <- 1:\n}", "select { send(ch, 1) }"),
    ("var ch chan any", "local ch = nilchan",
     "select {\ncase ch <- 1:\ncase <-ch:\n}",
     "select { send(ch, 1), recv(ch) }"),
    ("", "", "select {}", "select {}"),
    ("ch := make(chan any)", "local ch = chan()", "<-ch", "ch:recv()"),
    ("ch := make(chan any)", "local ch = chan()", "ch <- 1", "ch:send(1)"),
    ("ch := make(chan any)", "local ch = chan()",
     "select {\ncase ch <- 1:\ncase <-ch:\n}",
     "select { send(ch, 1), recv(ch) }"),
    ("ch := make(chan any)\nclose(ch)", "local ch = chan()\nclose(ch)",
     "select {\ncase ch <- 1:\ndefault:\n}",
     "select { send(ch, 1), default() }"),
    ("ch := make(chan any)\ngo func() {\ntime.Sleep(time.Second)\nclose(ch)\n}()",
     "local ch = chan()\ngo(function()\ntime.Sleep(time.Second)\nclose(ch)\nend)",
     "ch <- 1", "ch:send(1)"),
    ("ch := make(chan any)\ngo func() {\ntime.Sleep(time.Second)\nclose(ch)\n}()",
     "local ch = chan()\ngo(function()\ntime.Sleep(time.Second)\nclose(ch)\nend)",
     "select {\ncase ch <- 1:\ncase <-time.After(time.Hour):\n}",
     "select { send(ch, 1), recv(time.After(time.Hour)) }"),
    ("n := -1", "local n = -1", "_ = make(chan any, n)", "chan(n)"),
    ("n := 1 << 60", "local n = 1 << 60", "_ = make(chan any, n)", "chan(n)"),
    ("var wg sync.WaitGroup", "local wg = sync.WaitGroup()",
     "wg.Done()", "wg:Done()"),
    ("var wg sync.WaitGroup\nwg.Add(2)", "local wg = sync.WaitGroup()\nwg:Add(2)",
     "wg.Add(-3)", "wg:Add(-3)"),
    ("var wg sync.WaitGroup\nwg.Add(1)", "local wg = sync.WaitGroup()\nwg:Add(1)",
     "wg.Wait()", "wg:Wait()"),
    ("var wg sync.WaitGroup", "local wg = sync.WaitGroup()",
     'wg.Go(func() {\npanic("task")\n})\nwg.Wait()',
     'wg:Go(function()\npanic("task")\nend)\nwg:Wait()'),
    ("var wg sync.WaitGroup", "local wg = sync.WaitGroup()",
     'wg.Go(func() {\nruntime.Goexit()\n})\nwg.Wait()',
     'wg:Go(function()\nruntime.Goexit()\nend)\nwg:Wait()'),
    ("var mu sync.Mutex", "local mu = sync.Mutex()", "mu.Unlock()", "mu:Unlock()"),
    ("var mu sync.Mutex\nmu.Lock()", "local mu = sync.Mutex()\nmu:Lock()",
     "mu.Lock()", "mu:Lock()"),
    ("var mu sync.Mutex\nmu.Lock()\nmu.Unlock()",
     "local mu = sync.Mutex()\nmu:Lock()\nmu:Unlock()",
     "mu.Unlock()", "mu:Unlock()"),
    ("var mu sync.RWMutex", "local mu = sync.RWMutex()",
     "mu.Unlock()", "mu:Unlock()"),
    ("var mu sync.RWMutex", "local mu = sync.RWMutex()",
     "mu.RUnlock()", "mu:RUnlock()"),
    ("var mu sync.RWMutex\nmu.RLock()", "local mu = sync.RWMutex()\nmu:RLock()",
     "mu.Unlock()", "mu:Unlock()"),
    ("var mu sync.RWMutex\nmu.RLock()", "local mu = sync.RWMutex()\nmu:RLock()",
     "mu.Lock()", "mu:Lock()"),
    ("var mu sync.RWMutex\nmu.Lock()", "local mu = sync.RWMutex()\nmu:Lock()",
     "mu.RLock()", "mu:RLock()"),
    ("var mu sync.RWMutex\nmu.Lock()", "local mu = sync.RWMutex()\nmu:Lock()",
     "mu.RUnlock()", "mu:RUnlock()"),
    ("var mu sync.RWMutex\nmu.Lock()", "local mu = sync.RWMutex()\nmu:Lock()",
     "mu.Lock()", "mu:Lock()"),
    ("var mu sync.RWMutex\nmu.RLock()\ngo mu.Lock()\ntime.Sleep(time.Second)",
     "local mu = sync.RWMutex()\nmu:RLock()\ngo(mu.Lock, mu)\n"
     "time.Sleep(time.Second)",
     "mu.RLock()", "mu:RLock()"),
    ("var mu sync.RWMutex", "local mu = sync.RWMutex()",
     "mu.RLocker().Unlock()", "mu:RLocker():Unlock()"),
    ("cond := sync.NewCond(&sync.Mutex{})", "local cond = sync.Cond(sync.Mutex())",
     "cond.Wait()", "cond:Wait()"),
    ("cond := sync.NewCond(&sync.RWMutex{})",
     "local cond = sync.Cond(sync.RWMutex())",
     "cond.Wait()", "cond:Wait()"),
    ("var rw sync.RWMutex\ncond := sync.NewCond(rw.RLocker())",
     "local rw = sync.RWMutex()\nlocal cond = sync.Cond(rw:RLocker())",
     "cond.Wait()", "cond:Wait()"),
    ("var rw sync.RWMutex\ncond := sync.NewCond(rw.RLocker())\nrw.RLock()",
     "local rw = sync.RWMutex()\nlocal cond = sync.Cond(rw:RLocker())\nrw:RLock()",
     "cond.Wait()", "cond:Wait()"),
    ("cond := sync.NewCond(&sync.Mutex{})\ncond.L.Lock()",
     "local cond = sync.Cond(sync.Mutex())\ncond.L:Lock()",
     "cond.Wait()", "cond:Wait()"),
    ("var once sync.Once", "local once = sync.Once()",
     "once.Do(func() {\nonce.Do(func() {})\n})",
     "once:Do(function()\nonce:Do(function() end)\nend)"),
    ("var once sync.Once", "local once = sync.Once()",
     'once.Do(func() {\npanic("in once")\n})',
     'once:Do(function()\npanic("in once")\nend)'),
    ("var once sync.Once\ngo once.Do(func() {\nselect {}\n})\n"
     "time.Sleep(time.Second)",
     "local once = sync.Once()\ngo(once.Do, once, function()\nselect {}\nend)\n"
     "time.Sleep(time.Second)",
     "once.Do(func() {})", "once:Do(function() end)"),
    ('f := sync.OnceFunc(func() {\npanic("once func")\n})',
     'local f = sync.OnceFunc(function()\npanic("once func")\nend)',
     "f()", "f()"),
    ('f := sync.OnceValue(func() any {\npanic(errors.New("once value"))\n})',
     'local f = sync.OnceValue(function()\npanic(errors.New("once value"))\nend)',
     "f()", "f()"),
    ('f := sync.OnceFunc(func() {\npanic("once func")\n})\n'
     'func() {\ndefer func() {\nrecover()\n}()\nf()\n}()',
     'local f = sync.OnceFunc(function()\npanic("once func")\nend)\npcall(f)',
     "f()", "f()"),
    ("var p sync.Pool", "local p = sync.Pool {}",
     'say(0, "%v", p.Get())', 'say(0, "%v", p:Get())'),
    ('p := sync.Pool{New: func() any {\npanic("no more")\n}}',
     'local p = sync.Pool { New = function()\npanic("no more")\nend }',
     "p.Get()", "p:Get()"),
    ("var v atomic.Value", "local v = atomic.Value()",
     "v.Store(nil)", "v:Store(nil)"),
    ("var v atomic.Value\nv.Store(1)", "local v = atomic.Value(1)",
     'v.Store("s")', 'v:Store("s")'),
    ("var v atomic.Value\nv.Store(1)", "local v = atomic.Value(1)",
     'v.Swap("s")', 'v:Swap("s")'),
    ("var v atomic.Value\nv.Store(1)", "local v = atomic.Value(1)",
     "v.Swap(nil)", "v:Swap(nil)"),
    ("var v atomic.Value\nv.Store(1)", "local v = atomic.Value(1)",
     'v.CompareAndSwap(1, "s")', 'v:CompareAndSwap(1, "s")'),
    ("var v atomic.Value\nv.Store(1)", "local v = atomic.Value(1)",
     'v.CompareAndSwap(1, nil)', 'v:CompareAndSwap(1, nil)'),
    ("var v atomic.Value\nv.Store(1)", "local v = atomic.Value(1)",
     'v.CompareAndSwap("r", "s")', 'v:CompareAndSwap("r", "s")'),
    ("var v atomic.Value\nv.Store(1)", "local v = atomic.Value(1)",
     'v.CompareAndSwap(nil, "s")', 'v:CompareAndSwap(nil, "s")'),
    ("var v atomic.Value", "local v = atomic.Value()",
     'say(0, "%v", v.CompareAndSwap("r", "s"))',
     'say(0, "%v", v:CompareAndSwap("r", "s"))'),
    ("", "", "context.WithCancel(nil)", "context.WithCancel(nil)"),
    ("", "", "context.WithCancelCause(nil)", "context.WithCancelCause(nil)"),
    ("", "", "context.WithTimeout(nil, 1)", "context.WithTimeout(nil, 1)"),
    ("", "", "context.WithDeadline(nil, time.Now())",
     "context.WithDeadline(nil, time.Now())"),
    ("", "", 'context.WithValue(nil, "k", 1)', 'context.WithValue(nil, "k", 1)'),
    ("", "", "context.WithoutCancel(nil)", "context.WithoutCancel(nil)"),
    ("", "", "context.WithValue(context.Background(), nil, 1)",
     "context.WithValue(context.Background(), nil, 1)"),
    ("", "", "errgroup.WithContext(nil)", "errgroup.WithContext(nil)"),
    ("ctx, cancel := context.WithCancel(context.Background())\n"
     "cancel()\n<-ctx.Done()",
     "local ctx, cancel = context.WithCancel(context.Background())\n"
     "cancel()\nctx:Done():recv()",
     "panic(ctx.Err())", "panic(ctx:Err())"),
    ("ctx, cancel := context.WithTimeout(context.Background(), time.Second)\n"
     "_ = cancel",
     "local ctx = context.WithTimeout(context.Background(), time.Second)",
     "<-ctx.Done()\npanic(context.Cause(ctx))",
     "ctx:Done():recv()\npanic(context.Cause(ctx))"),
    ("", "", "<-context.Background().Done()",
     "context.Background():Done():recv()"),
    ("", "", "<-context.TODO().Done()", "context.TODO():Done():recv()"),
    ("", "", "time.NewTicker(0)", "time.NewTicker(0)"),
    ("", "", "time.NewTicker(-1)", "time.NewTicker(-1)"),
    ("t := time.NewTicker(1)", "local t = time.NewTicker(1)",
     "t.Reset(0)", "t:Reset(0)"),
    ("t := time.NewTicker(1)\nt.Stop()", "local t = time.NewTicker(1)\nt:Stop()",
     "<-t.C", "t.C:recv()"),
    ("t := time.NewTimer(1)\nt.Stop()", "local t = time.NewTimer(1)\nt:Stop()",
     "<-t.C", "t.C:recv()"),
    ("t := time.AfterFunc(1, func() {})", "local t = time.AfterFunc(1, function() end)",
     "<-t.C", "local c = t.C or nilchan\nc:recv()"),
    ('time.AfterFunc(time.Second, func() {\npanic("late")\n})',
     'time.AfterFunc(time.Second, function()\npanic("late")\nend)',
     "select {}", "select {}"),
    ("", "", "<-time.Tick(0)", "time.Tick(0):recv()"),
    ("time.NewTimer(time.Hour)", "time.NewTimer(time.Hour)",
     "select {}", "select {}"),
    ("sem := semaphore.NewWeighted(2)", "local sem = semaphore.NewWeighted(2)",
     "sem.Release(1)", "sem:Release(1)"),
    ("sem := semaphore.NewWeighted(2)", "local sem = semaphore.NewWeighted(2)",
     "sem.Acquire(context.Background(), 3)",
     "sem:Acquire(context.Background(), 3)"),
    ("sem := semaphore.NewWeighted(2)\nsem.TryAcquire(2)",
     "local sem = semaphore.NewWeighted(2)\nsem:TryAcquire(2)",
     "sem.Acquire(context.Background(), 1)",
     "sem:Acquire(context.Background(), 1)"),
    ("var eg errgroup.Group\neg.SetLimit(1)\neg.Go(func() error {\nselect {}\n})",
     "local eg = errgroup.New()\neg:SetLimit(1)\neg:Go(function()\nselect {}\nend)",
     "eg.SetLimit(2)", "eg:SetLimit(2)"),
    ("var eg errgroup.Group\neg.SetLimit(1)\neg.Go(func() error {\nselect {}\n})",
     "local eg = errgroup.New()\neg:SetLimit(1)\neg:Go(function()\nselect {}\nend)",
     "eg.SetLimit(-1)", "eg:SetLimit(-1)"),
    ("var eg errgroup.Group\neg.SetLimit(1)\neg.Go(func() error {\nselect {}\n})",
     "local eg = errgroup.New()\neg:SetLimit(1)\neg:Go(function()\nselect {}\nend)",
     "eg.Go(func() error {\nreturn nil\n})", "eg:Go(function()\nreturn nil\nend)"),
    ("var eg errgroup.Group\neg.SetLimit(0)",
     "local eg = errgroup.New()\neg:SetLimit(0)",
     "eg.Go(func() error {\nreturn nil\n})", "eg:Go(function()\nreturn nil\nend)"),
    ("var eg errgroup.Group", "local eg = errgroup.New()",
     'eg.Go(func() error {\npanic("task")\n})\neg.Wait()',
     'eg:Go(function()\npanic("task")\nend)\neg:Wait()'),
    ("var eg errgroup.Group", "local eg = errgroup.New()",
     'eg.Go(func() error {\nruntime.Goexit()\nreturn nil\n})\n'
     'say(0, "%v", eg.Wait())',
     'eg:Go(function()\nruntime.Goexit()\nreturn nil\nend)\n'
     'say(0, "%v", eg:Wait())'),
    ("var f func()", "local f", "go f()", "go(f)"),
    ("", "", "panic(nil)", "panic(nil)"),
    ("", "", 'panic("text")', 'panic("text")'),
    ("", "", 'panic("")', 'panic("")'),
    ("", "", 'panic("a\\nb\\n")', 'panic("a\\nb\\n")'),
    ("", "", 'panic(-7)', 'panic(-7)'),
    ("", "", 'panic(1e6)', 'panic(1e6)'),
    ("", "", 'panic(1.5)', 'panic(1.5)'),
    ("", "", 'panic(1e100)', 'panic(1e100)'),
    ("", "", 'panic(0.1)', 'panic(0.1)'),
    ("", "", 'panic(false)', 'panic(false)'),
    ("", "", 'panic(errors.New("an error"))', 'panic(errors.New("an error"))'),
    ("", "", 'panic(errors.Join(errors.New("a"), errors.New("b")))', None),
    ("", "", 'panic(fmt.Errorf("wrapped: %w", context.Canceled))', None),
    ("", "", 'panic(fmt.Sprint(1, 2, "x"))', None),
    ("", "", "runtime.Goexit()", "runtime.Goexit()"),
    ("", "", "os.Exit(7)", "os.exit(7)"),
    ("", "", "os.Exit(0)", "os.exit(0)"),
)


def wrong(random, piece):
    """The wrong thing in some surroundings: Go, Lua."""
    before, lua_before, go, lua = piece
    lua = go if lua is None else lua
    after = 'say(0, "after")\n'
    go, lua = go + "\n", lua + "\n"
    kind = random.choice(("plain", "plain", "try", "defer", "panicking",
                          "repeat", "deferred", "exiting", "again"))
    if kind == "try":
        go = 'try(0, "it", func() {\n' + go + after + "})\n"
        lua = 'try(0, "it", function()\n' + lua + after + "end)\n"
    elif kind == "defer":
        go = 'defer say(0, "deferred")\n' + go
        lua = 'local _ <close> = defer(say, 0, "deferred")\n' + lua
    elif kind == "panicking":
        go = "defer func() {\n" + go + after + '}()\npanic("first")\n'
        lua = ("local _ <close> = defer(function()\n" + lua + after
               + 'end)\npanic("first")\n')
    elif kind == "repeat":
        go = "for range 2 {\n" + 'try(0, "it", func() {\n' + go + "})\n}\n"
        lua = "for _ = 1, 2 do\n" + 'try(0, "it", function()\n' + lua + "end)\nend\n"
    elif kind == "deferred":
        go = "defer func() {\n" + go + after + "}()\n" + after
        lua = ("local _ <close> = defer(function()\n" + lua + after
               + "end)\n" + after)
    elif kind == "exiting":
        go = "defer func() {\n" + go + after + "}()\nruntime.Goexit()\n"
        lua = ("local _ <close> = defer(function()\n" + lua + after
               + "end)\nruntime.Goexit()\n")
    elif kind == "again":
        go = 'try(0, "it", func() {\n' + go + '})\npanic("again")\n'
        lua = 'try(0, "it", function()\n' + lua + 'end)\npanic("again")\n'
    if kind not in ("panicking", "exiting", "again"):
        go, lua = go + after, lua + after
    return "\n".join((before, go)), "\n".join((lua_before, lua))


WAITING = (
    ("", ""),
    ("", ""),
    ("go func() {\nselect {}\n}()", "go(function()\nselect {}\nend)"),
    ("go func() {\n<-make(chan any)\n}()", "go(function()\nchan():recv()\nend)"),
    ("go func() {\ntime.Sleep(90 * time.Second)\n}()",
     "go(function()\ntime.Sleep(90 * time.Second)\nend)"),
    ("{\nvar mu sync.Mutex\nmu.Lock()\ngo mu.Lock()\n}",
     "do\nlocal mu = sync.Mutex()\nmu:Lock()\ngo(mu.Lock, mu)\nend"),
    ("{\nvar rw sync.RWMutex\nrw.Lock()\ngo rw.RLock()\ngo rw.Lock()\n}",
     "do\nlocal rw = sync.RWMutex()\nrw:Lock()\ngo(rw.RLock, rw)\n"
     "go(rw.Lock, rw)\nend"),
    ("{\nvar wg sync.WaitGroup\nwg.Add(1)\ngo wg.Wait()\n}",
     "do\nlocal wg = sync.WaitGroup()\nwg:Add(1)\ngo(wg.Wait, wg)\nend"),
    ("go func() {\ndefer func() {\ntime.Sleep(time.Second)\nselect {}\n}()\n"
     "runtime.Goexit()\n}()",
     "go(function()\nlocal _ <close> = defer(function()\n"
     "time.Sleep(time.Second)\nselect {}\nend)\nruntime.Goexit()\nend)"),
)


# where it is done
PLAIN = ("func() {\n%s\n}()", "local function it()\n%s\nend\nit()")
PLACES = (
    PLAIN, PLAIN, PLAIN,
    ("go func() {\n%s\n}()", "go(function()\n%s\nend)"),
    ("var group sync.WaitGroup\ngroup.Go(func() {\n%s\n})\ngroup.Wait()",
     "local group = sync.WaitGroup()\ngroup:Go(function()\n%s\nend)\n"
     "group:Wait()"),
    ("g, _ := errgroup.WithContext(context.Background())\n"
     "g.Go(func() error {\nfunc() {\n%s\n}()\nreturn nil\n})\n"
     'say(0, "group: %%v", g.Wait())',
     "local g = errgroup.WithContext(context.Background())\n"
     "g:Go(function()\n(function()\n%s\nend)()\nreturn nil\nend)\n"
     'say(0, "group: %%v", g:Wait())'),
    ("time.AfterFunc(time.Second, func() {\n%s\n})\ntime.Sleep(time.Minute)",
     "time.AfterFunc(time.Second, function()\n%s\nend)\n"
     "time.Sleep(time.Minute)"),
    ("{\nctx, stop := context.WithCancel(context.Background())\n"
     "context.AfterFunc(ctx, func() {\n%s\n})\nstop()\n"
     "time.Sleep(time.Second)\n}",
     "do\nlocal ctx, stop = context.WithCancel(context.Background())\n"
     "context.AfterFunc(ctx, function()\n%s\nend)\nstop()\n"
     "time.Sleep(time.Second)\nend"),
    ("{\nvar first sync.Once\nfor range 2 {\nfirst.Do(func() {\n%s\n})\n}\n}",
     "do\nlocal first = sync.Once()\nfor _ = 1, 2 do\nfirst:Do(function()\n%s\n"
     "end)\nend\nend"),
    ("sync.OnceFunc(func() {\n%s\n})()", "sync.OnceFunc(function()\n%s\nend)()"),
    ("{\nfirst := sync.OnceValue(func() any {\nfunc() {\n%s\n}()\nreturn 1\n})\n"
     'try(0, "first", func() {\nsay(0, "%%v", first())\n})\nfirst()\n}',
     "do\nlocal first = sync.OnceValue(function()\n(function()\n%s\nend)()\n"
     'return 1\nend)\ntry(0, "first", function()\nsay(0, "%%v", first())\nend)\n'
     "first()\nend"),
)


def make(random):
    go, lua = wrong(random, random.choice(PIECES))
    also, lua_also = random.choice(WAITING)
    end, lua_end = random.choice((("", ""), ("select {}",) * 2,
                                  ("time.Sleep(time.Minute)",) * 2,
                                  ("runtime.Goexit()",) * 2))
    place = random.choice(PLACES)
    if ".Once" in place[0] and ("Goexit" in go or '("first")' in go):
        place = PLAIN  # pcall and recover do not see the same there
    go, lua = place[0] % go, place[1] % lua
    if random.randrange(2):
        go, lua = "go func() {\n%s\n}()" % go, "go(function()\n%s\nend)" % lua
        end = "time.Sleep(10 * time.Second)\n" + end
        lua_end = "time.Sleep(10 * time.Second)\n" + lua_end
    return ("\n".join((also, go, end)),
            "\n".join((lua_also, lua, lua_end)))
