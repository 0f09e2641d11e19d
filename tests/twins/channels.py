"""Operations on channels."""
from text import Text


class Channels(Text):
    def op_send(self):
        c, v = self.ch(), self.value()
        self.put("%s <- %s" % (c, v), "%s:send(%s)" % (c, v))
        self.both("sent %s to %s" % (v, c))

    def op_recv(self):
        c = self.ch()
        self.put("{\nv, ok := <-%s" % c, "do\nlocal v, ok = %s:recv()" % c)
        self.both("%s gave %%v %%v" % c, "v", "ok")
        self.put("}", "end")

    def op_close(self):
        c = self.ch()
        self.put("close(%s)" % c, "close(%s)" % c)
        self.both("closed %s" % c)

    def op_len(self):
        c = self.ch()
        self.both("%s has %%d of %%d" % c, "len(%s)" % c, "cap(%s)" % c)

    def op_range(self):
        c, n = self.ch(), self.random.randint(1, 3)
        self.put("{\nn := 0\nfor v := range %s {\nn++" % c,
                 "do\nlocal n = 0\nfor v in range(%s) do\nn = n + 1" % c)
        self.both("%s gave %%v" % c, "v")
        self.put("if n == %d {\nbreak\n}\n}" % n,
                 "if n == %d then break end\nend" % n)
        self.both("range of %s: %%d" % c, "n")
        self.put("}", "end")

    def op_nil_channel(self):
        if self.chance(30):
            self.put("<-nothing", "nilchan:recv()")
        elif self.chance(30):
            self.put("nothing <- 1", "nilchan:send(1)")
        else:
            self.put("close(nothing)", "close(nilchan)")

    def case(self, i, kind):
        """A case of a select: Go, Lua."""
        says = 'say(%d, "case %d' % (self.g, i)
        if kind == "recv":
            c = self.ch()
            return ('case v, ok := <-%s:\n%s %%v %%v", v, ok)' % (c, says),
                    'recv(%s, function(v, ok) %s %%v %%v", v, ok) end),'
                    % (c, says))
        if kind == "send":
            c, v = self.ch(), self.value()
            return ('case %s <- %s:\n%s")' % (c, v, says),
                    'send(%s, %s, function() %s") end),' % (c, v, says))
        if kind == "default":
            return ('default:\n%s")' % says,
                    'default(function() %s") end),' % says)
        go, lua = {
            "nil": ("<-nothing", "nilchan"),
            "after": ("<-time.After(%s)", "time.After(%s)"),
            "done": ("<-ctx[%s].Done()", "ctx[%s]:Done()"),
            "timer": ("<-tm[%s].C", "tm[%s].C"),
            "tick": ("<-tk[%s].C", "tk[%s].C"),
        }[kind]
        if kind == "after":
            n = self.span()
            go, lua = go % n, lua % n
        elif kind != "nil":
            n = self.index()
            go, lua = go % n, lua % n
        return ('case %s:\n%s")' % (go, says),
                'recv(%s, function() %s") end),' % (lua, says))

    def op_select(self):
        kinds = [self.pick("recv", "recv", "send", "done", "timer", "tick",
                           "nil", "after")
                 for _ in range(self.random.randint(0 if self.chance(5) else 1,
                                                    4))]
        if kinds and self.chance(60):
            kinds.append(self.pick("default", "after", "after"))
        cases = [self.case(i + 1, k) for i, k in enumerate(kinds)]
        self.put("select {\n%s\n}" % "\n".join(c[0] for c in cases),
                 "select {\n%s\n}" % "\n".join(c[1] for c in cases))
