"""The conformance cases: what each of them says, and how one run is judged.

A case NAME is NAME.lua, its twin NAME.go, the expected NAME.stdout (or
NAME.stdout.1, .2 ... where several outputs are allowed), NAME.stdin if it
reads input, and NAME.meta with "key: value" lines (README.md lists the keys).
scripts/conformance and scripts/oracle both judge by what is here, so that a
twin and its program cannot be held to different rules.
"""
import os
import re
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
KEYS = {"about", "topic", "exit", "oracle", "options", "args", "repeat",
        "differs-with", "stderr", "stderr-starts", "stderr-contains",
        "go-stderr-contains", "leaks"}
LEAKED = re.compile(r"^gopark: (\d+) goroutines? leaked ", re.M)
STILL_RUNNING = re.compile(
    r"gopark: \d+ goroutines? still running when main returned$")


def path(name, ending):
    return os.path.join(HERE, name + ending)


def read(file):
    with open(file, "rb") as f:
        return f.read()


def names(ending=".meta"):
    return sorted(f[:-len(ending)] for f in os.listdir(HERE)
                  if f.endswith(ending))


class Meta:
    """The key: value lines of NAME.meta; a key may come more than once."""

    def __init__(self, name):
        self.values = {}
        text = read(path(name, ".meta")).decode("utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            key, colon, value = line.partition(":")
            if not colon or key not in KEYS:
                raise ValueError("%s.meta:%d: not a known key: value line"
                                 % (name, number))
            self.values.setdefault(key, []).append(value.strip())

    def all(self, key):
        return [v.replace("\\n", "\n").replace("\\t", "\t")
                for v in self.values.get(key, [])]

    def one(self, key, default=""):
        return self.values.get(key, [default])[-1]


def expected(name):
    """The outputs that are allowed."""
    if os.path.exists(path(name, ".stdout")):
        return [read(path(name, ".stdout"))]
    found = []
    while os.path.exists(path(name, ".stdout.%d" % (len(found) + 1))):
        found.append(read(path(name, ".stdout.%d" % (len(found) + 1))))
    return found


def run(command, name, limit):
    """One run in this folder: (status, stdout, stderr), None if too long."""
    env = {k: v for k, v in os.environ.items()
           if k not in ("DISPLAY", "WAYLAND_DISPLAY", "GOTRACEBACK",
                        "GODEBUG", "GOMAXPROCS")}
    env["TERM"] = "dumb"
    file = path(name, ".stdin")
    data = read(file) if os.path.exists(file) else b""
    try:
        p = subprocess.run(command, cwd=HERE, env=env, input=data,
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           timeout=limit)
    except subprocess.TimeoutExpired:
        return None
    return p.returncode, p.stdout, p.stderr.decode("utf-8", "replace")


def difference(got, want):
    """Where two outputs differ first, in one line."""
    a, b = got.split(b"\n"), want.split(b"\n")
    i = 0
    while i < len(a) and i < len(b) and a[i] == b[i]:
        i += 1

    def show(lines):
        if i >= len(lines) or (i == len(lines) - 1 and lines[i] == b""):
            return "the end"
        return repr(lines[i].decode("utf-8", "replace"))[:120]
    return "line %d is %s, should be %s" % (i + 1, show(a), show(b))


def first_line(stderr):
    text = stderr.strip().split("\n")[0]
    return "; stderr: %s" % repr(text)[:160] if text else ""


def check_stderr(starts, contains, clean, text, pattern=re.escape):
    """None, or how the standard error differs from what was expected."""
    for want in starts:
        if not re.match(pattern(want), text):
            return "stderr should start %r, is %r" % (want,
                                                      text[:len(want) + 40])
    at = 0
    for want in contains:
        m = re.compile(pattern(want)).search(text, at)
        if not m:
            return "stderr lacks %r: %r" % (want, text[:200])
        at = m.end()
    if clean:
        for line in text.splitlines():
            if not STILL_RUNNING.match(line):
                return "stderr should be clean" + first_line(text)
    return None


def check_leaks(count, text):
    """None, or that other leaks are reported than there are."""
    m = LEAKED.search(text)
    found = int(m.group(1)) if m else 0
    if found != count:
        return "%d goroutines should leak, %d are said to" % (count, found)
    return None


def check_run(name, meta, result):
    """None, or how status and output of a run differ from the record."""
    if result is None:
        return "no end in time"
    status, out, err = result
    if status < 0:
        return "killed by signal %d%s" % (-status, first_line(err))
    allowed = expected(name)
    if not allowed:
        return "there is no recorded output"
    if out not in allowed:
        what = difference(out, allowed[0])
        if len(allowed) > 1:
            what = ("none of the %d allowed outputs; against the first: %s"
                    % (len(allowed), what))
        return "stdout: " + what + first_line(err)
    want = int(meta.one("exit", "0"))
    if status != want:
        return "exit status %d, should be %d%s" % (status, want,
                                                   first_line(err))
    return None
