"""Operations on contexts, timers, semaphores and groups."""
from text import Text


class Contexts(Text):
    def op_new_context(self):
        i, j = self.index(), self.index()
        kind = self.pick("Cancel", "Cancel", "CancelCause", "Timeout",
                         "TimeoutCause", "Deadline", "Value", "Without")
        if kind == "Cancel":
            self.put("{\nc, f := context.WithCancel(ctx[%s])\n"
                     "ctx[%s], cancel[%s] = c, func(error) { f() }\n}" % (j, i, i),
                     "ctx[%s], cancel[%s] = context.WithCancel(ctx[%s])"
                     % (i, i, j))
        elif kind == "CancelCause":
            self.put("{\nc, f := context.WithCancelCause(ctx[%s])\n"
                     "ctx[%s], cancel[%s] = c, f\n}" % (j, i, i),
                     "ctx[%s], cancel[%s] = context.WithCancelCause(ctx[%s])"
                     % (i, i, j))
        elif kind == "Value":
            v = self.value()
            self.put('ctx[%s] = context.WithValue(ctx[%s], "k", %s)' % (i, j, v),
                     'ctx[%s] = context.WithValue(ctx[%s], "k", %s)' % (i, j, v))
        elif kind == "Without":
            line = "ctx[%s] = context.WithoutCancel(ctx[%s])" % (i, j)
            self.put(line, line)
        else:
            self.with_time(kind, i, j)
        self.both("context %s below %s" % (i, j))

    def with_time(self, kind, i, j):
        d = self.span()
        go, lua = "ctx[%s], %s" % (j, d), "ctx[%s], %s" % (j, d)
        if kind == "TimeoutCause":
            go, lua = go + ', errors.New("late")', lua + ', errors.New("late")'
        elif kind == "Deadline":
            go = "ctx[%s], time.Now().Add(%s)" % (j, d)
            lua = "ctx[%s], time.Now() + %s" % (j, d)
        self.put("{\nc, f := context.With%s(%s)\n"
                 "ctx[%s], cancel[%s] = c, func(error) { f() }\n}"
                 % (kind, go, i, i),
                 "ctx[%s], cancel[%s] = context.With%s(%s)" % (i, i, kind, lua))

    def op_cancel(self):
        i = self.index()
        self.put('cancel[%s](errors.New("cause %d"))' % (i, self.g),
                 'cancel[%s](errors.New("cause %d"))' % (i, self.g))
        self.both("cancelled %s" % i)

    def op_context(self):
        i = self.index()
        kind = self.pick("err", "err", "done", "value", "deadline", "after",
                         "stop")
        if kind == "err":
            self.put('say(%d, "context %s: %%v, %%v", ctx[%s].Err(), '
                     'context.Cause(ctx[%s]))' % (self.g, i, i, i),
                     'say(%d, "context %s: %%v, %%v", ctx[%s]:Err(), '
                     'context.Cause(ctx[%s]))' % (self.g, i, i, i))
        elif kind == "done":
            self.put("<-ctx[%s].Done()" % i, "ctx[%s]:Done():recv()" % i)
            self.both("context %s is done" % i)
        elif kind == "value":
            self.put('say(%d, "k is %%v", ctx[%s].Value("k"))' % (self.g, i),
                     'say(%d, "k is %%v", ctx[%s]:Value("k"))' % (self.g, i))
        elif kind == "deadline":
            self.put("{\n_, ok := ctx[%s].Deadline()" % i,
                     "do\nlocal _, ok = ctx[%s]:Deadline()" % i)
            self.both("deadline: %v", "ok")
            self.put("}", "end")
        elif kind == "after":
            j = self.index()
            self.put("stop[%s] = context.AfterFunc(ctx[%s], func() {" % (j, i),
                     "stop[%s] = context.AfterFunc(ctx[%s], function()"
                     % (j, i))
            self.both("after context %s" % i)
            self.put("})", "end)")
        else:
            self.both("stopped: %%v" % (), "stop[%s]()" % i)

    # --- time -----------------------------------------------------------------

    def op_timer(self):
        i, d = self.index(), self.span()
        kind = self.pick("new", "new", "stop", "reset", "recv", "look", "func",
                         "fstop", "freset")
        t = "af" if kind[0] == "f" else "tm"
        if kind == "new":
            line = "tm[%s] = time.NewTimer(%s)" % (i, d)
            self.put(line, line)
        elif kind in ("stop", "fstop"):
            self.put('say(%d, "stop: %%v", %s[%s].Stop())' % (self.g, t, i),
                     'say(%d, "stop: %%v", %s[%s]:Stop())' % (self.g, t, i))
        elif kind in ("reset", "freset"):
            self.put('say(%d, "reset: %%v", %s[%s].Reset(%s))'
                     % (self.g, t, i, d),
                     'say(%d, "reset: %%v", %s[%s]:Reset(%s))'
                     % (self.g, t, i, d))
        elif kind == "recv":
            self.put("<-tm[%s].C" % i, "tm[%s].C:recv()" % i)
            self.both("timer %s" % i)
        elif kind == "look":
            self.put("select {\ncase <-tm[%s].C:" % i,
                     "select {\nrecv(tm[%s].C, function()" % i)
            self.both("timer %s has fired" % i)
            self.put("default:", "end),\ndefault(function()")
            self.both("timer %s has not" % i)
            self.put("}", "end)\n}")
        else:
            self.put("af[%s] = time.AfterFunc(%s, func() {" % (i, d),
                     "af[%s] = time.AfterFunc(%s, function()" % (i, d))
            self.both("function of timer %s" % i)
            self.put("})", "end)")

    def op_ticker(self):
        i, d = self.index(), self.span()
        kind = self.pick("new", "recv", "stop", "reset", "recv", "bad")
        if kind == "new":
            self.put("tk[%s].Stop()" % i, "tk[%s]:Stop()" % i)
            line = "tk[%s] = time.NewTicker(%s)" % (i, d)
            self.put(line, line)
        elif kind == "recv":
            self.put("<-tk[%s].C" % i, "tk[%s].C:recv()" % i)
            self.both("tick of %s" % i)
        elif kind == "stop":
            self.put("tk[%s].Stop()" % i, "tk[%s]:Stop()" % i)
        elif kind == "reset":
            self.put("tk[%s].Reset(%s)" % (i, d), "tk[%s]:Reset(%s)" % (i, d))
        elif self.chance(30):
            self.put("tk[%s].Reset(0)" % i, "tk[%s]:Reset(0)" % i)

    def op_sleep(self):
        d = self.span()
        self.put("time.Sleep(%s)" % d, "time.Sleep(%s)" % d)
        self.both("slept")

    # --- x/sync ---------------------------------------------------------------

    def op_semaphore(self):
        n = self.pick("1", "1", "2", "3", "4")
        kind = self.pick("try", "acquire", "acquire", "release")
        if kind == "try":
            self.put('say(%d, "try: %%v", sem.TryAcquire(%s))' % (self.g, n),
                     'say(%d, "try: %%v", sem:TryAcquire(%s))' % (self.g, n))
        elif kind == "release":
            self.put("sem.Release(%s)" % n, "sem:Release(%s)" % n)
            self.both("released %s" % n)
        else:
            i = self.index()
            self.put('say(%d, "acquire: %%v", sem.Acquire(ctx[%s], %s))'
                     % (self.g, i, n),
                     'say(%d, "acquire: %%v", sem:Acquire(ctx[%s], %s))'
                     % (self.g, i, n))

    def op_errgroup(self):
        kind = self.pick("Go", "Go", "TryGo", "Wait", "SetLimit")
        if kind == "Wait":
            self.put('say(%d, "group: %%v", eg.Wait())' % self.g,
                     'say(%d, "group: %%v", eg:Wait())' % self.g)
        elif kind == "SetLimit":
            n = self.pick("-1", "1", "2", "2")
            self.put("eg.SetLimit(%s)" % n, "eg:SetLimit(%s)" % n)
            self.both("limit %s" % n)
        else:
            end = self.pick("nil", 'errors.New("task of %d")' % self.g,
                            "egctx.Err()")
            end = ("return %s\n})" % end,
                   "return %s\nend)" % end.replace("egctx.", "egctx:"))
            if kind == "TryGo":
                end = (end[0] + ")", end[1] + ")")
                says = 'say(%d, "try go: %%v", ' % self.g
                self.func(says + "eg.TryGo(func() error {",
                          says + "eg:TryGo(function()", "task", end, False)
            else:
                self.func("eg.Go(func() error {", "eg:Go(function()", "task",
                          end, False)

    def op_singleflight(self):
        key, v = self.pick('"a"', '"b"'), self.value()
        err = self.pick("nil", "nil", 'errors.New("no flight")')
        end = ("return %s, %s\n})" % (v, err), "return %s, %s\nend)" % (v, err))
        if self.chance(75):
            self.put("{", "do")
            self.func("v, err, shared := sf.Do(%s, func() (any, error) {" % key,
                      "local v, err, shared = sf:Do(%s, function()" % key,
                      "flight", end, False)
            self.both("%v %v %v", "v", "err", "shared")
            self.put("}", "end")
        else:
            self.put("{", "do")
            self.func("c := sf.DoChan(%s, func() (any, error) {" % key,
                      "local c = sf:DoChan(%s, function()" % key,
                      "flight", end, False)
            self.put("r := <-c", "local r = c:recv()")
            self.both("%v %v %v", "r.Val", "r.Err", "r.Shared")
            self.put("}", "end")
