"""Operations on what packages sync and atomic have."""
from text import Text


class Locks(Text):
    def op_lock(self):
        m = self.pick("mu0", "mu1")
        self.locked(m, "Lock", "Unlock")

    def op_rlock(self):
        self.locked("rw", *self.pick(("Lock", "Unlock"), ("RLock", "RUnlock"),
                                     ("RLock", "RUnlock")))

    def locked(self, m, lock, unlock):
        self.put("%s.%s()" % (m, lock), "%s:%s()" % (m, lock))
        self.both("%s of %s" % (lock, m))
        self.turn()
        if self.chance(40):
            self.simple()
            self.turn()
        if self.chance(97):
            self.put("%s.%s()" % (m, unlock), "%s:%s()" % (m, unlock))
            self.both("%s of %s" % (unlock, m))

    def op_try_lock(self):
        m, lock, unlock = self.pick(
            ("mu0", "TryLock", "Unlock"), ("mu1", "TryLock", "Unlock"),
            ("rw", "TryLock", "Unlock"), ("rw", "TryRLock", "RUnlock"))
        self.put("if %s.%s() {" % (m, lock), "if %s:%s() then" % (m, lock))
        self.both("%s of %s" % (lock, m))
        self.turn()
        self.put("%s.%s()\n} else {" % (m, unlock),
                 "%s:%s()\nelse" % (m, unlock))
        self.both("no %s of %s" % (lock, m))
        self.put("}", "end")

    def op_wrong_unlock(self):
        m, unlock = self.pick(("mu0", "Unlock"), ("rw", "Unlock"),
                              ("rw", "RUnlock"))
        self.put("%s.%s()" % (m, unlock), "%s:%s()" % (m, unlock))
        self.both("wrong %s of %s" % (unlock, m))

    def op_wait_group(self):
        kind = self.pick("Add", "Add", "Done", "Done", "Wait", "Wait", "Go")
        if kind == "Add":
            n = self.pick("1", "2", "-1", "0")
            self.put("wg.Add(%s)" % n, "wg:Add(%s)" % n)
            self.both("added %s" % n)
        elif kind == "Go":
            self.func("wg.Go(func() {", "wg:Go(function()", "task of the group")
        else:
            self.put("wg.%s()" % kind, "wg:%s()" % kind)
            self.both("%s of the group" % kind)

    def op_cond(self):
        if self.chance(50):
            self.put("mu2.Lock()", "mu2:Lock()")
            self.both("waits for the condition")
            self.put("cond.Wait()", "cond:Wait()")
            self.both("woken")
            if self.chance(30):
                self.turn()
            self.put("mu2.Unlock()", "mu2:Unlock()")
        else:
            wake = self.pick("Signal", "Broadcast")
            self.put("cond.%s()" % wake, "cond:%s()" % wake)
            self.both(wake)

    def op_once(self):
        f = self.pick("once.Do", "value", "onceFunc")
        if f == "once.Do":
            self.func("once.Do(func() {", "once:Do(function()", "the first")
        elif f == "onceFunc":
            self.put("onceFunc()", "onceFunc()")
        else:
            self.both("value %v", "value()")
        self.both("past %s" % f)

    def op_atomic(self):
        v = self.value()
        f = self.pick("Add(%s)", "Load()", "Swap(%s)", "And(%s)", "Or(%s)")
        f = f % v if "%" in f else f
        if self.chance(25):
            f = "CompareAndSwap(%s, %s)" % (self.value(), v)
        self.put('say(%d, "%s is %%v", num.%s)' % (self.g, f, f),
                 'say(%d, "%s is %%v", num:%s)' % (self.g, f, f))

    def op_any_value(self):
        values = ('"x"', "1", "true", '"y"', "2")
        a, b = self.pick("nil", *values), self.pick(*values)
        f = self.pick("Load()", "Swap(%s)" % b, "CompareAndSwap(%s, %s)" % (a, b),
                      "Swap(%s)" % a)
        self.put("say(%d, `%s is %%v`, anyv.%s)" % (self.g, f, f),
                 "say(%d, [[%s is %%v]], anyv:%s)" % (self.g, f, f))

    def op_map(self):
        k, v = self.pick('"a"', '"b"', "3"), self.value()
        f = self.pick("LoadOrStore(%s, %s)" % (k, v), "Load(%s)" % k,
                      "LoadAndDelete(%s)" % k, "Swap(%s, %s)" % (k, v))
        if self.chance(30):
            f = self.pick("CompareAndSwap(%s, %s, %s)" % (k, self.value(), v),
                          "CompareAndDelete(%s, %s)" % (k, v))
            self.put("{\nok := smap.%s" % f, "do\nlocal ok = smap:%s" % f)
            self.both("map: %v", "ok")
        else:
            self.put("{\nv, ok := smap.%s" % f, "do\nlocal v, ok = smap:%s" % f)
            self.both("map: %v %v", "v", "ok")
        self.put("}", "end")

    def op_pool(self):
        """For one processor: each has a pool of its own."""
        if self.chance(60):
            v = self.value()
            self.put("pool.Put(%s)" % v, "pool:Put(%s)" % v)
            self.both("put %s" % v)
        else:
            self.put('say(%d, "pool: %%v", pool.Get())' % self.g,
                     'say(%d, "pool: %%v", pool:Get())' % self.g)
