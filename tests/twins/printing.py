"""Twins that print: fmt with random formats and values, durations, errors.

Left out is what differs on purpose: %d of a whole float, %p and %T of tables
and errors, and Go's view of what is inside an error.
"""

TEXTS = ("", "x", "gopher", "h\u00e9\u00e9", "\u4e16\u754c", "tab\there", "two\nlines", "it's",
         'say "hi"', "back`tick", "back\\slash", "\x00\x7f", "\u00a0\u200b\ufeff",
         "\U0001f600 smile", "a b c", "%d %s", "\u0301e", "\u200dzwj", "\u2028", "\u00ad-")
FLAGS = ("", "", "", "", "#", "+", "-", " ", "0", "-0", "+0", "# ", "+#", "0#",
         "+-", " 0", "-#")
WIDTHS = ("", "", "", "", "1", "3", "7", "12", "20", "0")
PRECISIONS = ("", "", "", "", ".", ".0", ".1", ".2", ".3", ".6", ".12", ".20")
VERBS = "vvvvvvdddssqqtffeEgGxXoObcUFTwzk"


def quote(text, lua):
    out = ""
    for b in text.encode("utf-8"):
        c = chr(b)
        if c in '"\\':
            out += "\\" + c
        elif b < 32 or b > 126:
            out += ("\\%03d" if lua else "\\x%02x") % b
        else:
            out += c
    return '"%s"' % out


class Values:
    """Random values: (kind, Go, Lua)."""

    def __init__(self, random):
        self.random = random

    def integer(self):
        r = self.random
        n = r.choice((0, 1, -1, 9, 10, 42, -42, 65, 255, 256, 1000, -123456,
                      0x4e16, 0x1f600, 0x10ffff, 0x110000, 0xd800, 2**31,
                      -2**31, 2**53, 2**63 - 1, -2**63 + 1,
                      r.randint(-99999, 99999), r.getrandbits(63),
                      -r.getrandbits(63)))
        return "int", str(n), str(n)

    def float(self):
        r = self.random
        f = r.choice((0.5, 1.0, -1.0, 2.25, 0.1, 1 / 3, 1e6, 1e20, 1e21, 1e22,
                      123456.789, 1e-4, 1e-5, 1e-7, 99.995, 5e-324, 1.5e308,
                      100.0, 12345678.0, r.random(), r.random() * 1e6,
                      r.uniform(-1, 1) * 10 ** r.randint(-30, 30),
                      round(r.uniform(-1000, 1000), r.randint(0, 4)),
                      float(r.randint(-10**6, 10**6)) + 0.5))
        if r.randrange(25) == 0:
            return r.choice((("float", "math.Inf(1)", "(1/0)"),
                             ("float", "math.Inf(-1)", "(-1/0)"),
                             ("float", "math.NaN()", "(0/0)"),
                             ("float", "math.Copysign(0, -1)", "(-0.0)")))
        return "float", "float64(%s)" % f.hex(), f.hex()

    def string(self):
        s = self.random.choice(TEXTS)
        if self.random.randrange(4) == 0:
            s += self.random.choice(TEXTS)
        return "string", quote(s, False), quote(s, True)

    def error(self, depth=0):
        k = self.random.randrange(5)
        _, g, l = self.string()
        if k < 2 or depth > 2:
            return "error", "errors.New(%s)" % g, "errors.New(%s)" % l
        if k == 2:
            return self.random.choice((
                ("error", "context.Canceled", "context.Canceled"),
                ("error", "context.DeadlineExceeded", "context.DeadlineExceeded")))
        a, b = self.error(depth + 1), self.error(depth + 1)
        if k == 3:
            return ("error", "errors.Join(%s, %s)" % (a[1], b[1]),
                    "errors.Join(%s, %s)" % (a[2], b[2]))
        return ("error", 'fmt.Errorf("%%v: %%w", %s, %s)' % (g, a[1]),
                'fmt.Errorf("%%v: %%w", %s, %s)' % (l, a[2]))

    def any(self, depth=0):
        k = self.random.randrange(14 if depth < 3 else 10)
        if k < 3:
            return self.integer()
        if k < 5:
            return self.float()
        if k < 8:
            return self.string()
        if k == 8:
            b = self.random.choice(("true", "false"))
            return "bool", b, b
        if k == 9:
            if self.random.randrange(2):
                return self.error()
            return ("nil", "nil", "nil") if depth == 0 else self.integer()
        if k < 12:
            return self.list(depth)
        return self.map(depth)

    def list(self, depth):
        e = [self.any(depth + 1) for _ in range(self.random.randint(0, 4))]
        kind = "list " + " ".join(x[0] for x in e)
        return (kind, "[]any{%s}" % ", ".join(x[1] for x in e),
                "{%s}" % ", ".join(x[2] for x in e))

    def key(self, kind):
        if kind == "int":
            return self.integer()
        if kind == "float":
            f = self.random.choice((0.5, -2.25, 1e9 + 0.5, 3.75, -0.125))
            return "float", repr(f), repr(f)
        if kind == "bool":
            b = self.random.choice(("true", "false"))
            return "bool", b, b
        return self.string()

    def map(self, depth):
        """Keys of one type: the order of types is nowhere laid down."""
        keys = {}
        kind = self.random.choice(("int", "float", "bool", "string", "string"))
        for _ in range(self.random.randint(1, 5)):
            k = self.key(kind)
            if k[0] != "int" or k[1] != "1":  # {1 = x} would be a list
                keys[k[1]] = k
        if not keys:
            return self.list(depth)
        e = [(k, self.any(depth + 1)) for k in keys.values()]
        kind = "map " + " ".join(k[0] + " " + v[0] for k, v in e)
        return (kind, "map[any]any{%s}" % ", ".join(
                    "%s: %s" % (k[1], v[1]) for k, v in e),
                "{%s}" % ", ".join("[%s] = %s" % (k[2], v[2]) for k, v in e))


def on_purpose(verb, flags, kind):
    """Do the two differ here, and should?"""
    words = kind.split()
    if "float" in words and verb == "d":
        return True
    if "error" in words and (verb not in "vsqxX" or "#" in flags):
        return True
    return words[0] in ("list", "map") and verb == "T"


def directive(random, values):
    """A directive and its arguments: format, Go, Lua."""
    verb, flags = random.choice(VERBS), random.choice(FLAGS)
    kind, go, lua = values.any()
    while on_purpose(verb, flags, kind):
        verb, flags = random.choice("vsq"), ""
    width, precision = random.choice(WIDTHS), random.choice(PRECISIONS)
    args = [(go, lua)]
    if width and random.randrange(6) == 0:
        n = str(random.randint(-15, 15))
        width, args = "*", [(n, n)] + args
    if precision and random.randrange(6) == 0:
        n = str(random.randint(-1, 9))
        precision = ".*"
        args.insert(len(args) - 1, (n, n))
    return "%" + flags + width + precision + verb, args


def line(random, values):
    """A call that prints: Go, Lua."""
    k = random.randrange(12)
    if k < 8:
        parts, args = "", []
        for _ in range(random.randint(1, 4)):
            d, a = directive(random, values)
            parts += random.choice(("", " ", "|", "x=", "%%")) + d
            args += a
        k = random.randrange(15)
        if k == 0 and args:
            args.pop()
        elif k == 1:
            args.append(values.integer()[1:])
        go = "".join(", " + a[0] for a in args)
        lua = "".join(", " + a[1] for a in args)
        if k == 2:
            return ("fmt.Println(fmt.Sprintf(%s%s))" % (quote(parts, False), go),
                    "fmt.Println(fmt.Sprintf(%s%s))" % (quote(parts, True), lua))
        return ("fmt.Printf(%s%s)" % (quote(parts + "\n", False), go),
                "fmt.Printf(%s%s)" % (quote(parts + "\n", True), lua))
    if k == 8:
        n = random.choice((0, 1, 999, 1000, 1500, 10**6, 10**9, 60 * 10**9,
                           3600 * 10**9, 2**63 - 1, -2**63 + 1,
                           random.getrandbits(random.randint(1, 63)),
                           -random.getrandbits(random.randint(1, 63)),
                           random.randint(1, 9999) * 10**random.randint(0, 12)))
        return ("fmt.Println(time.Duration(%d))" % n,
                "fmt.Println(time.String(%d))" % n)
    if k == 9:
        a, b = values.error(), values.error()
        f = random.choice(("Is(e, f)", "Is(e, e)", "Is(f, e)", "Unwrap(e)",
                           "Is(errors.Join(nil, e), e)", "Join(nil, e)",
                           "Is(e, context.Canceled)", "Unwrap(errors.Unwrap(e))",
                           'Is(fmt.Errorf("%w, %w", e, f), f)', "Join(nil, nil)",
                           'Unwrap(fmt.Errorf("%w, %w", e, f))', "Is(nil, e)"))
        return ("{\ne, f := %s, %s\n_, _ = e, f\nfmt.Println(errors.%s)\n}"
                % (a[1], b[1], f),
                "do\nlocal e, f = %s, %s\nfmt.Println(errors.%s)\nend"
                % (a[2], b[2], f))
    some = [values.any() for _ in range(random.randint(0, 5))]
    f = ("fmt.Println(%s)", 'fmt.Print(%s)\nfmt.Println()',
         "fmt.Print(fmt.Sprintln(%s))",
         "fmt.Println(fmt.Sprint(%s))")[random.randrange(4)]
    return (f % ", ".join(v[1] for v in some), f % ", ".join(v[2] for v in some))


def make(random):
    values = Values(random)
    lines = [line(random, values) for _ in range(25)]
    return "\n".join(g for g, _ in lines), "\n".join(l for _, l in lines)
