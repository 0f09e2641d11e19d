"""Twins whose goroutines run whenever one processor runs them.

Nothing waits for its turn here, so what the programs say, and in which order,
shows the scheduler: who is next on the run queue, who is woken first, who gets
a lock. It is noted in memory and printed at the end, since a system call in
between could change the order. They are short enough to end in one slice.
"""
import trees


class Twin(trees.Twin):
    WEIGHTS = (("send", 14), ("recv", 14), ("close", 2), ("range", 3),
               ("select", 8), ("lock", 9), ("rlock", 9), ("try_lock", 3),
               ("wait_group", 9), ("cond", 8), ("once", 3), ("cancel", 4),
               ("context", 6), ("new_context", 3), ("semaphore", 6),
               ("errgroup", 5), ("singleflight", 3), ("pool", 5), ("spawn", 10), ("gosched", 4), ("sleep", 2))

    def turn(self):
        """Time for others only now and then."""
        if self.chance(12):
            self.put("runtime.Gosched()", "runtime.Gosched()")

    def op_gosched(self):
        self.put("runtime.Gosched()", "runtime.Gosched()")
        self.both("again")

    def op_context(self):
        i = self.index()
        self.put("<-ctx[%s].Done()" % i, "ctx[%s]:Done():recv()" % i)
        self.both("context %s is done" % i)

    def op(self):
        names = [n for n, _ in self.WEIGHTS]
        name = self.random.choices(names, [w for _, w in self.WEIGHTS])[0]
        self.turn()
        self.put('try(%d, "%s", func() {' % (self.g, name),
                 'try(%d, "%s", function()' % (self.g, name))
        getattr(self, "op_" + name)()
        self.put("})", "end)")

    def body(self, g):
        self.g = g
        if g == 0:
            self.put("remember = true", "remember = true")
            for i in range(4):
                self.put("{\nc, f := context.WithCancel(ctx[0])\n"
                         "ctx[%d], cancel[%d] = c, func(error) { f() }\n}" % (i, i),
                         "ctx[%d], cancel[%d] = context.WithCancel(ctx[0])" % (i, i))
            for _ in range(self.agents):
                self.op_spawn()
            return
        for _ in range(self.random.randint(2, 7)):
            self.op()
        self.both("ends")

    def last(self):
        """Main looks when all is over."""
        self.put("time.Sleep(time.Minute)\ntell()\nselect {}",
                 "time.Sleep(time.Minute)\ntell()\nselect {}")


def make(random):
    return Twin(random).make()
