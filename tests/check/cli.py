#!/usr/bin/env python3
"""`gopark check` from outside: verdicts, statuses, JSON, parts, interrupts.

usage: cli.py GOPARK

Exit status: 0 all is as the command line's contract says, 1 it is not.
"""
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

PROGRAMS = {
    "ok": """\
local c = chan(1)
local wg = sync.WaitGroup()
wg:Go(function() c:send(1) end)
wg:Go(function() c:recv() end)
wg:Wait()
""",
    "deadlock": """\
local A, B = sync.Mutex("A"), sync.Mutex("B")
local function transfer(from, to)
  from:Lock()
  to:Lock()
  to:Unlock()
  from:Unlock()
end
check.par(function() transfer(A, B) end, function() transfer(B, A) end)
""",
    "partial": """\
local A, B = sync.Mutex("A"), sync.Mutex("B")
go(function() A:Lock() B:Lock() B:Unlock() A:Unlock() end)
go(function() B:Lock() A:Lock() A:Unlock() B:Unlock() end)
time.Sleep(time.Second)
""",
    "alone": """\
local A = sync.Mutex("A")
go(function() A:Lock() A:Lock() end)
time.Sleep(time.Second)
""",
    "leak": """\
local function fetch()
  local answer = chan()
  go(function()
    answer:send(1)
  end)
  select { recv(answer), recv(time.After(time.Millisecond)) }
end
fetch()
""",
    "panic": """\
local c = chan(1)
go(function() c:close() end)
c:send(1)
""",
    "race": """\
local s = shared{ counter = 0 }
local wg = sync.WaitGroup()
local function bump()
  s.counter = s.counter + 1
  wg:Done()
end
wg:Add(2)
go(bump)
go(bump)
wg:Wait()
""",
    "locked": """\
local s, mu = shared{ counter = 0 }, sync.Mutex("mu")
local wg = sync.WaitGroup()
for _ = 1, 2 do
  wg:Go(function()
    mu:Lock()
    s.counter = s.counter + 1
    mu:Unlock()
  end)
end
wg:Wait()
check.assert(s.counter == 2, "an update was lost")
""",
    "early": """\
local t
t.x = 1 -- before main's first operation
""",
    "sleeper": """\
for i = 1, 30 do time.Sleep(time.Second) end
""",
    "check": """\
local n = atomic.Int64()
local function add() n:Store(n:Load() + 1) end
check.par(add, add)
check.assert(n:Load() == 2, "an update was lost")
""",
    "always": """\
local n = atomic.Int64()
check.always(function() return n:Load() < 2 end)
check.par(function() n:Add(1) end, function() n:Add(1) end)
""",
    "finally": """\
local n = atomic.Int64()
check.finally(function() return n:Load() == 1 end)
go(function() n:Store(1) end)
runtime.Gosched()
""",
    "two": """\
local c = chan()
go(function() c:recv() end)
local k = check.choose(3)
if k == 1 then panic("chosen") end
if k == 2 then c:send(1) else c = nil end
""",
    "six": """\
local answers = chan(0, "answers")
for i = 1, 6 do go(function() answers:send(i) end) end
answers:recv()
time.Sleep(1)
""",
    "outputs": """\
local wg = sync.WaitGroup()
for i = 1, 3 do wg:Go(function() print(i) end) end
wg:Wait()
""",
    "spin": """\
go(function() while true do end end)
time.Sleep(1)
""",
    "forever": """\
local n = atomic.Int64()
go(function() n:Store(1) end)
while n:Load() == 0 do end
""",
    "large": """\
local n = atomic.Int64()
local function add() for _ = 1, 4 do n:Add(1) end end
check.par(add, add, add, add, add, add)
""",
    "dinner": """\
local N = 4
local forks = {}
for i = 1, N do forks[i] = sync.Mutex("fork" .. i) end
go(function() for i = 1, 3 do runtime.Gosched() end end)
local wg = sync.WaitGroup("dinner")
local function philosopher(i)
  for _ = 1, 3 do
    local left, right = forks[i], forks[i % N + 1]
    left:Lock()
    right:Lock()
    right:Unlock()
    left:Unlock()
  end
end
for i = 1, N do wg:Go(function() philosopher(i) end) end
wg:Wait()
""",
    "no_case": """\
go(function() select { atomic.Int64(1 << 40), sync.RWMutex() } end)
runtime.Gosched()
error("x")
""",
    "broken": "local x = \n",
}
faults = []


def expect(what, holds, seen=""):
    if not holds:
        faults.append("%s: %s" % (what, seen))


def run(*args, **more):
    p = subprocess.run([GOPARK, *args], cwd=TMP, capture_output=True,
                       text=True, timeout=120, **more)
    return p.returncode, p.stdout, p.stderr


def check(name, *args):
    return run("check", name + ".lua", *args)


def check_json(name, *args):
    status, out, err = check(name, "--json", *args)
    expect("%s %s: one line of JSON" % (name, args), out.count("\n") == 1,
           out + err)
    return status, json.loads(out)


# --- the shape of the answer ------------------------------------------------

INT, TEXT, YES_OR_NO = int, str, bool
STUCK = {"g": INT, "function": TEXT, "reason": TEXT, "file": TEXT,
         "line": INT}
FINDING = {"verdict": TEXT, "count": INT, "message": TEXT, "stuck": STUCK,
           "schedule": TEXT, "preemptions": INT, "steps": INT,
           "replay": TEXT}
OUTPUT = {"count": INT, "text": TEXT}
ANSWER = {"verdict": TEXT, "complete": YES_OR_NO, "strategy": TEXT,
          "executions": INT, "blocked": INT, "findings": FINDING,
          "outputs": OUTPUT}


def conforms(what, value, shape):
    if isinstance(shape, dict):
        for one in value if isinstance(value, list) else [value]:
            for key, inner in shape.items():
                expect("%s has %s" % (what, key), key in one, one)
                if key in one:
                    conforms(what + "." + key, one[key], inner)
    else:
        expect("%s is %s" % (what, shape.__name__), type(value) is shape,
               value)


# --- verdicts -----------------------------------------------------------------

RACE_REPORT = """
==================
WARNING: DATA RACE
Read of s.counter by goroutine 3:
  bump()  race.lua:4

Previous write of s.counter by goroutine 2:
  bump()  race.lua:4

Goroutine 3 (running) created at:
  race.lua:9
Goroutine 2 (finished) created at:
  race.lua:8
goroutine 3 held no lock
goroutine 2 held no lock
==================
"""

VERDICTS = [
    # program, verdict, status, findings: verdict, count, lines of the stuck
    ("ok", "ok", 0, []),
    ("deadlock", "deadlock", 3, [("deadlock", 1, [4, 4])]),
    ("partial", "deadlock", 3, [("deadlock", None, [2, 3])]),
    ("leak", "leak", 3, [("leak", 1, [4])]),
    ("panic", "panic", 3, [("panic", 1, [3]), ("race", 2, [3, 2])]),
    ("early", "panic", 3, [("panic", 1, [2])]),
    ("race", "race", 3, [("race", 8, [4, 4])]),
    ("locked", "ok", 0, []),
    ("check", "check", 3, [("check", 2, [4])]),
    ("always", "check", 3, [("check", None, [])]),
    ("finally", "check", 3, [("check", None, [])]),
    ("two", "panic", 3, [("panic", None, [4]), ("leak", None, [2])]),
]


def verdicts():
    for name, verdict, status, findings in VERDICTS:
        seen, answer = check_json(name)
        conforms(name, answer, ANSWER)
        expect(name + ": status", seen == status, seen)
        expect(name + ": verdict", answer["verdict"] == verdict, answer)
        expect(name + ": complete", answer["complete"], answer)
        expect(name + ": dfs", answer["strategy"] == "dfs", answer)
        expect(name + ": findings", [f[0] for f in findings] ==
               [f["verdict"] for f in answer["findings"]], answer)
        for want, f in zip(findings, answer["findings"]):
            expect(name + ": count", want[1] in (None, f["count"]), f)
            expect(name + ": lines",
                   want[2] == [s["line"] for s in f["stuck"]], f)
            expect(name + ": file", all(s["file"] == name + ".lua"
                                        for s in f["stuck"]), f)
            expect(name + ": steps", (f["steps"] > 0) == (name != "early"), f)
        expect(name + ": text says the same", check(name)[0] == status)


def details():
    """The values of one answer, all of them."""
    answer = check_json("deadlock")[1]
    expect("deadlock: executions", answer["executions"] == 3, answer)
    expect("deadlock: blocked", answer["blocked"] == 0, answer)
    f = answer["findings"][0]
    expect("deadlock: finding", f == {
        "verdict": "deadlock", "count": 1,
        "message": "goroutines 2 and 3 are stuck", "partial": False,
        "stuck": [{"g": g, "function": "transfer",
                   "reason": "sync.Mutex.Lock", "file": "deadlock.lua",
                   "line": 4} for g in (2, 3)],
        "schedule": "par: 2 3", "preemptions": 1, "steps": 2,
        "replay": "deadlock.lua.replay"}, f)
    f = check_json("alone")[1]["findings"][0]
    expect("alone: message", f["message"] == "goroutine 2 waits for itself", f)
    f = check_json("partial")[1]["findings"][0]
    expect("partial: partial", f["partial"] is True, f)
    out = check("deadlock")[1]
    for text in ("explored 3 executions, one per class, complete (plain "
                 "search would need 6), 0 abandoned\n",
                 "      2  ended well\n",
                 "      1  DEADLOCK: goroutines 2 and 3 are stuck\n",
                 "shortest failing schedule (1 preemption): par: 2 3\n",
                 "circular wait: 2 -> B -> 3 -> A -> 2\n",
                 "\nreplay: gopark replay deadlock.lua.replay\n"):
        expect("deadlock: the report says", text in out, out)
    expect("deadlock: a column each", re.search(
        r"^ step +G2 +G3\n +2 +lock A :3\n +3 +lock B :3\n"
        r" +end +! lock B :4 +! lock A :4\n", out, re.M), out)
    expect("panic: who failed", re.search(
        r"^ +3  send c :3\n +end  failed :3$", check("panic")[1], re.M))
    out = check("race")[1]
    expect("race: both accesses, both origins, the locks",
           RACE_REPORT in out, out)
    out = check("ok")[1]
    expect("ok: says so, with a table",
           "nothing goes wrong, and it cannot go otherwise\n" in out and "\none execution:\n\n step  G1 " in out, out)


def outputs():
    status, answer = check_json("outputs", "--outputs")
    conforms("outputs", answer, ANSWER)
    texts = sorted(o["text"] for o in answer["outputs"])
    expect("outputs: status", status == 0, status)
    expect("outputs: six", texts == sorted(
        "%d\n%d\n%d\n" % (a, b, 6 - a - b) for a in (1, 2, 3)
        for b in (1, 2, 3) if a != b), texts)
    for o in answer["outputs"]:
        seen = run("outputs.lua", "--view", "none", "-e",
                   "schedule follow " + o["schedule"])
        expect("outputs: the schedule prints it",
               seen[1].startswith(o["text"]), (o, seen))
    expect("outputs: not asked for", check_json("outputs")[1]["outputs"]
           == [])
    out = check("outputs", "--outputs")[1]
    expect("outputs: text", "\n6 different outputs\n" in out and
           "\n1\n2\n3\n" in out, out)


def six():
    """Columns that do not fit 80 overlap, and nothing is shortened."""
    args = ["--strategy", "random", "--schedules", "20"]
    out = check("six", *args)[1]
    table = re.search(r"^ step\n((?: .*\n)+)", out, re.M)
    for row in table[1].splitlines() if table else [""]:
        m = re.fullmatch(r" [ \dend]{4}  ( *)G(\d)  \S.*", row)
        expect("six: moved in as its column would be",
               m and len(m[1]) == 2 * int(m[2]) - 2 and len(row) <= 80, out)
    expect("six: two at once", re.search(
        r"^ +\d+  G1  recv answers :3\n {7} +G\d  send answers :2$", out,
        re.M), out)
    out = check("six", "--lang", "zh", *args)[1]
    expect("six: Chinese", "G1  醒来\n" in out, out)


def chinese():
    """What a report says in Chinese leaves no English sentence."""
    for name, args, texts in (
            ("race", [], ("数据竞争:goroutine 2 写 s.counter,goroutine 3 读它,"
                          "两者之间没有先后保证\n",
                          "\n重放: gopark replay race.lua.replay\n")),
            ("deadlock", [], ("死锁:goroutine 2 和 3 卡住了\n",)),
            ("partial", [], (" 互相等待\n",)),
            ("alone", [], ("死锁:goroutine 2 等的是自己\n",)),
            ("leak", [], ("泄漏:goroutine 2 泄漏了\n",)),
            ("outputs", ["--outputs"], ("\n6 种不同的输出\n",)),
            ("race", ["--schedules", "1"], ("调度个数达到了上限\n",)),
            ("race", ["--shard", "1/2"], ("这是第 1 部分,共 2 部分\n",)),
            ("dinner", ["--strategy", "random", "--schedules", "200"],
             ("\n  第 1 行:4 -> 2\n", "不要了\n"))):
        out = check(name, "--lang", "zh", *args)[1]
        for text in texts:
            expect("chinese: %s" % name, text in out, out)
        said = re.sub(r"^(goroutine \d|created by|replay|\W*gopark).*$|^ .*$",
                      "", out, flags=re.M)
        english = re.search(r"[a-z]+ [a-z]+ [a-z]+ [a-z]+", said)
        expect("chinese: %s" % name, english is None, english)


# --- what is found can be gone back from ----------------------------------------

def replays():
    for name, event in (("deadlock", "all goroutines are asleep - deadlock!"),
                        ("leak", "goroutine 2 [chan send (leaked)]"),
                        ("panic", "panic: send on closed channel"),
                        ("check", "an update was lost"),
                        ("partial", "circular wait")):
        kept = os.path.join(TMP, "kept.replay")
        check(name, "--replay-out", kept)
        look = {"leak": "leaks", "partial": "deadlock"}.get(name, "output")
        # a step back from the end and forward again: the failure once more
        seen = run("replay", kept, "--batch", "--view", "none", "-e", "when",
                   "-e", "back", "-e", "continue", "-e", look)
        expect(name + ": replay", seen[0] == 0, seen)
        expect(name + ": the replay ends in it", event in seen[1] + seen[2],
               seen)
        m = re.match(r"step (\d+) of (\d+) ", seen[1])
        expect(name + ": opens at the end", m and m[1] == m[2], seen)
        os.remove(kept)
    check("two")
    for path in "two.lua.replay", "two.lua.2.replay":
        expect("each finding has its file",
               os.path.exists(os.path.join(TMP, path)), path)
    seen = check("deadlock", "--replay-out", "no/such/f.replay")
    expect("a file that cannot be written", seen[0] == 3 and
           "gopark: no/such/f.replay: " in seen[2], seen)
    with open(os.path.join(TMP, "bent.replay"), "w", encoding="utf-8") as f:
        f.write("gopark replay 1\n")
    expect("a replay that is none", run("replay", "bent.replay", "--batch")[0]
           == 1)


def smaller():
    """Four philosophers fail as two do, and that is told."""
    args = ["--strategy", "random", "--schedules", "200"]
    out = check("dinner", *args)[1]
    for text in ("\nit happens in a smaller program, too:\n",
                 "\n  line 1: 4 -> 2\n", "\n  line 7: 3 -> 1\n",
                 "\n  line 4: go(function() for i = 1, 3 do runtime.Gosched()"
                 "  ... left out\n",
                 "\nreplay: gopark replay dinner.lua.small.replay\n"):
        expect("smaller: the report says", text in out, out)
    story = out[out.find("smaller program"):]
    expect("smaller: two goroutines and main", re.search(
        r"^ step  G1 +G2 +G3$", story, re.M), story)
    seen = run("replay", "dinner.lua.small.replay", "--batch", "--view",
               "none", "-e", "when", "-e", "deadlock")
    expect("smaller: the replay", seen[0] == 0 and "DEADLOCK among "
           "goroutines 2 and 3 (2 of 3)" in seen[1], seen)
    expect("smaller: the same again", check("dinner", *args)[1] == out)
    # two updates are lost or not; one is lost always: that is another failure
    for name in "check", "deadlock", "leak", "panic":
        out = check(name)[1]
        expect(name + ": nothing can be left out", "smaller" not in out, out)


# --- strategies and bounds --------------------------------------------------------

def strategies():
    seen, answer = check_json("deadlock", "--strategy", "random",
                              "--schedules", "200", "--seed", "5")
    expect("random", seen == 3 and answer["strategy"] == "random" and
           answer["executions"] == 200 and not answer["complete"], answer)
    rate = answer["findings"][0]["count"] / 200
    expect("random: half of the runs", 0.35 < rate < 0.65, rate)
    out = check("deadlock", "--strategy", "random", "--schedules", "200",
                "--seed", "5")[1]
    expect("random: report", re.match(
        r"200 schedules, strategy random seed 5: \d+ ok, \d+ failed\n", out)
        and "estimated per-run probability 0." in out, out)
    out = check("deadlock", "--strategy", "pct", "--depth", "2",
                "--schedules", "400")[1]
    m = re.match(r"400 schedules, strategy pct d=2 k=(\d+) seed 1: "
                 r"\d+ ok, (\d+) failed\n", out)
    bound = 1 / (2 * int(m[1])) if m else 0
    expect("pct: bound", "\na bug of depth 2 is met with probability "
           "1/(n k^(d-1)) = %.3g per run at least (n=2)\n" % bound in out, out)
    expect("pct: rate", m and int(m[2]) / 400 >= bound, out)
    seen, answer = check_json("deadlock", "--preemptions", "0")
    expect("no preemption: nothing", seen == 0 and
           answer["verdict"] == "incomplete", answer)
    expect("no preemption: said", "none found with at most 0 preemptions\n"
           in check("deadlock", "--preemptions", "0")[1])
    seen, answer = check_json("deadlock", "--preemptions", "1")
    expect("one preemption", seen == 3 and answer["executions"] == 6, answer)
    expect("early timers", check_json("leak", "--time", "free")[0] == 3)
    late = check_json("leak", "--time", "maximal")
    expect("timers in time", late[0] == 0 and late[1]["verdict"] == "ok",
           late)


def bounds():
    """What was not covered is said, and is no failure."""
    for name, args, why in (
            ("large", ["--schedules", "100", "--strategy", "dfs"],
             "the limit of schedules was reached"),
            ("large", ["--depth", "5", "--strategy", "dfs"],
             "an execution was longer than the bound"),
            ("spin", ["--strategy", "dfs"],
             "goroutine 2 does not reach its next operation"),
            ("forever", ["--depth", "300", "--schedules", "20",
                         "--strategy", "dfs"],
             "an execution was longer than the bound"),
            ("sleeper", ["--max-time", "10s"],
             "the program's limit of virtual time was reached"),
            ("sleeper", ["--max-steps", "10"],
             "the program's limit of steps was reached")):
        seen, answer = check_json(name, *args)
        expect("%s: %s" % (name, why), seen == 0 and
               answer["verdict"] == "incomplete" and
               not answer["complete"] and answer["why"] == why, answer)
        out = check(name, *args)[1]
        expect(name + ": said", "not all was covered: %s\n" % why in out,
               out)
        expect(name + ": no claim", "nothing goes wrong" not in out, out)
    out = check("large", "--preemptions", "9", "--schedules", "50")[1]
    expect("a bound that was not searched up to",
           "none found in what was covered\n" in out, out)


# --- parts ------------------------------------------------------------------------

def parts():
    """The parts of a search are the search, and so are its processes."""
    for name, args in (("outputs", ["--outputs"]), ("partial", []),
                       ("two", []), ("check", []),
                       ("check", ["--strategy", "random", "--schedules",
                                  "300"])):
        whole = check_json(name, *args)[1]
        for n in 2, 3:
            got = [check_json(name, "--shard", "%d/%d" % (k, n), *args)
                   for k in range(1, n + 1)]
            what = "%s in %d parts" % (name, n)
            expect(what, whole["executions"] ==
                   sum(r["executions"] for _, r in got), got)
            expect(what + ": findings", {
                f["message"]: f["count"] for f in whole["findings"]} ==
                added([(f["message"], f["count"])
                       for _, r in got for f in r["findings"]]), got)
            expect(what + ": outputs", {
                o["text"]: o["count"] for o in whole["outputs"]} ==
                added([(o["text"], o["count"])
                       for _, r in got for o in r["outputs"]]), got)
            expect(what + ": status", all(
                seen == (3 if r["findings"] else 0) for seen, r in got), got)
            seen, jobs = check_json(name, "--jobs", str(n), *args)
            expect("%s with %d jobs" % (name, n), comparable(jobs) ==
                   comparable(whole) and seen == (3 if whole["findings"]
                                                  else 0), (jobs, whole))


def added(pairs):
    sums = {}
    for key, count in pairs:
        sums[key] = sums.get(key, 0) + count
    return sums


def comparable(answer):
    """What does not depend on how the search was shared out."""
    return ([answer[key] for key in ("verdict", "complete", "strategy",
                                     "executions")],
            sorted((f["verdict"], f["count"], f["message"], f["preemptions"])
                   for f in answer["findings"]),
            sorted((o["text"], o["count"]) for o in answer["outputs"]))


def same_again():
    for args in (["deadlock"], ["two", "--json"], ["partial", "--jobs", "2"],
                 ["leak", "--strategy", "pct", "--seed", "9"],
                 ["outputs", "--outputs", "--strategy", "random",
                  "--schedules", "50"]):
        expect("the same answer: %s" % args, check(*args) == check(*args))


# --- interrupts ---------------------------------------------------------------------

def interrupted(args, line):
    """Stop it, with a terminal at standard error, once it says how far it is."""
    ours, theirs = pty.openpty()
    p = subprocess.Popen([GOPARK, "check", "large.lua"] + args, cwd=TMP,
                         stderr=theirs, stdout=subprocess.PIPE, text=True)
    os.close(theirs)
    shown = ""
    end = time.monotonic() + 60
    while not re.search(line, shown) and time.monotonic() < end:
        if select.select([ours], [], [], 0.2)[0]:
            shown += os.read(ours, 4096).decode()
    p.send_signal(signal.SIGINT)
    out = p.communicate(timeout=60)[0]
    os.close(ours)
    return p.returncode, out, shown


def interrupts():
    dfs = ["--schedules", "100000000"]
    rate = r"depth \d+, \d+ transitions/s, 0 findings"
    cases = (
        (dfs, r"\r\d+ of at most 100000000 schedules, " + rate,
         "not all was covered: it was interrupted\n"),
        (dfs + ["--jobs", "2"],
         r"\r\d+ of at most 100000000 schedules, " + rate,
         "not all was covered: it was interrupted\n"),
        (dfs + ["--strategy", "random"], r"\r\d+ schedules, " + rate +
         r", about [\d.]+ % done, [\d.]+ (s|min|h) left",
         " of 100000000 schedules (interrupted), strategy random "))
    with ThreadPoolExecutor() as pool:
        ends = list(pool.map(lambda case: interrupted(*case[:2]), cases))
    for (args, line, said), (status, out, shown) in zip(cases, ends):
        what = "interrupted %s" % args
        expect(what, status == 0 and said in out, out)
        expect(what + ": what was covered", int(re.search(
            r"(\d+)(?: executions| of )", out)[1]) > 0, out)
        expect(what + ": progress", re.search(line, shown), shown)
    p = subprocess.run([GOPARK, "check", "deadlock.lua"], cwd=TMP,
                       capture_output=True, text=True)
    expect("no progress without a terminal", p.stderr == "", p.stderr)


# --- promises: run and check agree ----------------------------------------------

# Programs of one goroutine, so that a run and a search see the same.
PROMISES = [
    "check.always(function() return false end)",
    "local n = 0 check.always(function() return n == 0 end) n = 1",
    "local n = 0 check.always(function() return n == 0 end) n = 1 n = 0",
    "local c = chan(1) check.always(function() return #c == 1 end)",
    "local m = sync.Mutex() check.always(function() return not m:TryLock() end)",
    "check.finally(function() return false end)",
    "check.finally(function() return true end)",
]
GOES_ON = ["", "check.par(function() end)", "chan():recv()", "time.Sleep(1)",
           "runtime.Gosched() check.par(function() time.Sleep(1) end)",
           "panic('x')"]


def said(text):
    """The first line of an end, without what kind of end it is."""
    line = text.split("\n")[0]
    return "deadlock" if "deadlock!" in line else line.split(": ", 1)[-1]


def promises():
    for promise in PROMISES:
        for rest in GOES_ON:
            source = promise + "\n" + rest + "\n"
            with open(os.path.join(TMP, "promise.lua"), "w",
                      encoding="utf-8") as f:
                f.write(source)
            status, _, err = run("run", "--leaks", "off", "promise.lua")
            found, out, _ = run("check", "promise.lua", "--json")
            expect("run and check agree on %s" % source,
                   found == (3 if status else 0), (status, err, out))
            expect("they say the same of %s" % source,
                   said(err) in out, (err, out))


# --- what is wrong --------------------------------------------------------------------

WRONG = [
    (["none.lua"], "gopark: none.lua: No such file or directory\n"),
    ([], "gopark: check: expected FILE.lua [ARG ...]\n"),
    (["broken.lua"], "gopark: broken.lua:2: unexpected symbol near <eof>\n"),
    (["."], "gopark: .: Is a directory\n"),
    (["ok.lua", "--strategy", "luck"],
     "gopark: --strategy luck: expected one of default|random|pct|dfs\n"),
    (["ok.lua", "--schedules", "0"],
     "gopark: --schedules 0: expected a number from 1\n"),
    (["ok.lua", "--schedules", "some"],
     "gopark: --schedules some: expected a number from 1\n"),
    (["ok.lua", "--depth", "0"],
     "gopark: --depth 0: expected a number from 1\n"),
    (["ok.lua", "--preemptions", "-1"],
     "gopark: --preemptions -1: expected a number from 0\n"),
    (["ok.lua", "--jobs", "0"],
     "gopark: --jobs 0: expected a number from 1 to 256\n"),
    (["ok.lua", "--shard", "3/2"],
     "gopark: --shard 3/2: expected K/N, like 1/4, with 1 <= K <= N\n"),
    (["ok.lua", "--shard", "half"],
     "gopark: --shard half: expected K/N, like 1/4, with 1 <= K <= N\n"),
    (["ok.lua", "--time", "never"],
     "gopark: --time never: expected one of free|maximal\n"),
]


def no_case():
    """Before a select of what is no case stands a goroutine to be shown."""
    status, out, err = check("no_case")
    expect("no case", status == 3 and "PANIC: panic: no_case.lua:1: select: "
           "entry 1 is not a case" in out and "select  |  :1" in out,
           (status, out, err))


def wrong():
    for args, text in WRONG:
        seen = run("check", *args)
        expect("check %s" % args, seen == (1, "", text), seen)
    seen = run("check", "--help")
    for option in ("--strategy", "--schedules", "--depth", "--preemptions",
                   "--time", "--outputs", "--jobs", "--shard",
                   "--replay-out", "--json"):
        expect("--help", seen[0] == 0 and option + " " in seen[1], option)
    seen = run("check", "-", "--json", input=PROGRAMS["panic"])
    expect("standard input", seen[0] == 3 and
           json.loads(seen[1])["verdict"] == "panic", seen)


GOPARK = os.path.abspath(sys.argv[1])
with tempfile.TemporaryDirectory() as TMP:
    for program, source in PROGRAMS.items():
        with open(os.path.join(TMP, program + ".lua"), "w",
                  encoding="utf-8") as file:
            file.write(source)
    for part in (verdicts, details, outputs, replays, smaller, six, chinese,
                 strategies, bounds, parts, same_again, interrupts, promises,
                 no_case, wrong):
        start = time.monotonic()
        part()
        print("%-12s %5.1f s" % (part.__name__, time.monotonic() - start))
print("\n".join(faults) if faults else "check: all as it should be")
sys.exit(1 if faults else 0)
