"""A program in two languages, while it is written."""


class Text:
    """What all operations need: chance, the lines, and what may be named."""

    def __init__(self, random):
        self.random = random
        self.agents = random.randint(2, 6)
        self.odd = list(range(1, 190))  # parts of a step still unused
        random.shuffle(self.odd)
        self.go, self.lua = [], []
        self.spawned = {}  # agent: who starts it
        self.g = 0
        self.caps = [random.choice((0, 0, 1, 2, 3)) for _ in range(3)]

    # --- parts ------------------------------------------------------------

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def put(self, go, lua):
        self.go += go.strip("\n").split("\n")
        self.lua += lua.strip("\n").split("\n")

    def span(self):
        """A time no other timer lasts: the same text in both languages."""
        odd = self.odd.pop() if self.odd else self.random.randint(1, 189)
        steps = self.random.randint(0, 3 * self.agents)
        return "%d*time.Microsecond" % (steps * 10000 + odd * 50)

    def ch(self):
        return self.pick("ch0", "ch1", "ch2")

    def value(self):
        return str(self.random.randint(1, 99))

    def both(self, text, *args):
        """A say line."""
        tail = "".join(", " + a for a in args)
        line = 'say(%d, "%s"%s)' % (self.g, text, tail)
        self.put(line, line)

    def index(self):
        return str(self.random.randint(0, 3))

    def turn(self):
        self.put("turn(%d)" % self.g, "turn(%d)" % self.g)

    def func(self, go, lua, name, end=("})", "end)"), panics=True, exits=True):
        """A function that naps and says so."""
        nap = self.span()
        self.put(go, lua)
        if self.chance(20):
            line = 'say(%d, "deferred by %s")' % (self.g, name)
            self.put("defer " + line,
                     'local _ <close> = defer(say, %d, "deferred by %s")'
                     % (self.g, name))
        self.put("time.Sleep(%s)" % nap, "time.Sleep(%s)" % nap)
        self.both(name)
        if panics and self.chance(4):
            line = 'panic("%s fails")' % name
            self.put(line, line)
        elif panics and exits and self.chance(5):
            self.put("runtime.Goexit()", "runtime.Goexit()")
        self.put(*end)
