#!/usr/bin/env python3
"""Reduction loses nothing: random programs, with and without it.

usage: differential.py GOPARK [SEED [PROGRAMS]]

Each program has two or three goroutines that draw from nearly the whole
vocabulary: channels, select, timers and their functions, locks, Once, atomics,
wait groups that start goroutines, contexts, semaphores, errgroup, Pool, Map.
`gopark check` must come to the same findings and the same outputs with
partial-order reduction as by running every schedule. Programs with more than
8,000 schedules are passed over. A goroutine notes what it sees for itself, for
plain variables that two of them share are not watched.
Exit status: 0 the same, 1 a difference; the program is printed.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

MOST = 8000  # schedules
# an operation and how often it is drawn
OPS = [
    ("c{i}:send({k})", 2), ("note(c{i}:recv())", 2), ("close(c1)", .5),
    ("note(#c1)", 1), ("select{{ recv(c0), recv(c1), default() }}", 1),
    ("select{{ recv(c0), send(c1, {k}) }}", 1),
    ("select{{ recv(c0), recv(time.After({t})) }}", 2),
    ("time.Sleep({t})", 1), ("note(time.Now() > {t})", .5),
    ("time.AfterFunc({t}, function() {inner} end)", 1.5),
    ("tm:Reset({t})", .5), ("note(tm:Stop())", .7),
    ("select{{ recv(tm.C), default() }}", .5),
    ("m:Lock() s.n = s.n + {k} m:Unlock()", 1),
    ("if m:TryLock() then s.n = {k} m:Unlock() end", 1),
    ("rw:RLock() note(s.n) rw:RUnlock()", 1),
    ("rw:Lock() s.n = {k} rw:Unlock()", 1),
    ("once:Do(function() s.n = {k} end)", 1),
    ("once:Do(function() c0:send({k}) end)", .4),
    ("a:Add({k})", 1), ("note(a:Load())", 1),
    ("a:CompareAndSwap(0, {k})", 1), ("sm:Store('k', {k})", 1),
    ("note(sm:Load('k'))", 1), ("pool:Put({k})", 1), ("note(pool:Get())", 1),
    ("wg:Go(function() {inner} end)", 2), ("wg:Wait()", .7),
    ("go(function() {inner} end)", 1), ("runtime.Gosched()", .3),
    ("cancel()", 1.5), ("note(ctx:Err() ~= nil)", 1),
    ("select{{ recv(ctx:Done()), recv(c1) }}", 1),
    ("if sem:Acquire(ctx, 1) == nil then s.n = s.n + 1 sem:Release(1) end", 1),
    ("note(sem:TryAcquire(1))", .6),
    ("local g = errgroup.New() g:Go(function() {inner} return nil end) "
     "g:Wait()", .8),
    ("note(check.choose(2))", .5), ("if {k} == 2 then panic('p') end", .3),
]
INNER = ["s.n = s.n + 1", "s.n = 5", "a:Add(1)", "c0:send(9)", "c1:recv()",
         "c1:send(4)", "m:Lock() m:Unlock()", "wg:Done()",
         "once:Do(function() s.n = 7 end)"]
HEAD = """\
local c0, c1, m, rw = chan(0), chan(%d), sync.Mutex(), sync.RWMutex()
local wg, once, sm = sync.WaitGroup(), sync.Once(), sync.Map()
local s, a = shared{ n = 0 }, atomic.Int64()
local pool = sync.Pool{ New = function() return 0 end }
local ctx, cancel = context.WithCancel(context.Background())
local sem, tm = semaphore.NewWeighted(1), time.NewTimer(50)
local notes = { {}, {}, {} }
"""


def program(r):
    n = r.choice([2, 2, 3])
    text = HEAD % r.choice([1, 1, 2])
    for g in range(1, n + 1):
        text += ("local function f%d()\n  local function note(v) "
                 "table.insert(notes[%d], tostring(v)) end\n" % (g, g))
        for _ in range(r.randint(1, 3 if n == 2 else 2)):
            op = r.choices([o for o, _ in OPS], [w for _, w in OPS])[0]
            text += "  do %s end\n" % op.format(
                i=r.randint(0, 1), k=r.randint(1, 2), t=r.choice([10, 20, 20]),
                inner=r.choice(INNER))
        text += "end\n"
    if r.random() < .6:
        text += "check.par(%s)\n" % ", ".join(
            "f%d" % g for g in range(1, n + 1))
        shown = range(1, n + 1)
    else:
        text += "".join("go(f%d)\n" % g for g in range(1, n))
        text += "f%d()\n" % n
        shown = [n]
    for g in shown:
        text += "print(table.concat(notes[%d], ' '))\n" % g
    return text + "print(s.n, a:Load(), #c1)\n"


def check(folder, *args):
    p = subprocess.run(
        [GOPARK, "check", "p.lua", "--json", "--outputs", "--depth", "400",
         "--schedules", str(MOST), *args], cwd=folder, capture_output=True,
        text=True, timeout=300)
    if p.returncode not in (0, 3):
        raise RuntimeError(p.stderr)
    return json.loads(p.stdout)


def seen(answer):
    return ({(f["verdict"], f.get("partial"), f["message"]
              if f["verdict"] in ("panic", "check") else "",
              tuple(sorted((s["reason"], s["line"]) for s in f["stuck"])))
             for f in answer["findings"]},
            {o["text"] for o in answer["outputs"]})


def compare(number):
    """The classes of a program, None if it is too large; or a text."""
    text = program(random.Random(SEED * 1000003 + number))
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "p.lua"), "w") as f:
            f.write(text)
        reduced = check(folder, "--strategy", "dfs")
        if not reduced["complete"]:
            return None
        plain = check(folder, "--preemptions", "1000")
    if plain["why"] != "preemptions were bounded":
        return None
    a, b = seen(reduced), seen(plain)
    if a == b:
        return reduced["executions"]
    return "%s\nprogram %d: %s %s" % (text, number, a[0] ^ b[0], a[1] ^ b[1])


GOPARK = os.path.abspath(sys.argv[1])
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
PROGRAMS = int(sys.argv[3]) if len(sys.argv) > 3 else 150
with ThreadPoolExecutor(max_workers=2) as pool:
    results = list(pool.map(compare, range(PROGRAMS)))
classes = [r for r in results if isinstance(r, int)]
faults = [r for r in results if isinstance(r, str)]
print("\n".join(faults))
print("seed %d: %d programs compared, %d classes, %d too large, %d differ"
      % (SEED, len(classes) + len(faults), sum(classes), results.count(None),
         len(faults)))
sys.exit(1 if faults or not classes else 0)
