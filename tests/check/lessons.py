#!/usr/bin/env python3
"""`gopark check` finds what the lessons' programs do wrong, and only that.

usage: lessons.py GOPARK [PACK]

The programs are read off the pack, so that a new one is covered:
  fix, explain  the starter fails: a finding, or outputs that are not wanted;
                the solution does not, on any schedule within the bounds;
                faults whose verdict is an ending end so, or leave something
                running
  break         the ending that is asked for is found, without its schedule
  demos         NAME.lua that has a NAME_fixed.lua leaks or worse, the other
                does not; one that ends badly is found to
Each finding is minimised (nothing is found with one preemption less, where
that can be searched to the end) and its replay, one step back from the end,
goes on into the same failure.
Exit status: 0 so it is, 1 it is not.
"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

TOP = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
BOUNDS = ["--schedules", "20000", "--depth", "2000", "--strategy", "dfs"]
PATIENCE = 60  # seconds a program

# Prints what an exercise.lua or a NAME.stops.lua says, a field a line.
DUMP = r"""
local t = require "table_of"
local function show(path, v)
  if type(v) == "table" then
    local keys = {}
    for k in pairs(v) do keys[#keys + 1] = tostring(k) end
    table.sort(keys)
    for _, k in ipairs(keys) do
      local inner = v[k]
      if inner == nil then inner = v[tonumber(k)] end
      show(path == "" and k or path .. "." .. k, inner)
    end
  elseif type(v) ~= "function" then
    print(string.format("%s=%q", path, v):gsub("\\\n", "\\n") .. "")
  end
end
show("", t)
"""
ENDINGS = ("deadlock", "leak", "panic", "check", "race")
faults = []
counts = {}


def expect(what, holds, seen=""):
    if not holds:
        faults.append("%s: %s" % (what, seen))
    return holds


def count(word):
    counts[word] = counts.get(word, 0) + 1


def fields(path):
    """A table of the pack, as {"goal.outputs.1": value}."""
    with tempfile.TemporaryDirectory() as tmp:
        with open(path, encoding="utf-8") as f, \
                open(os.path.join(tmp, "table_of.lua"), "w",
                     encoding="utf-8") as out:
            out.write(f.read())
        with open(os.path.join(tmp, "dump.lua"), "w") as out:
            out.write(DUMP)
        p = subprocess.run([GOPARK, "run", "dump.lua"], cwd=tmp,
                           capture_output=True, text=True, timeout=60)
    expect(path + ": is read", p.returncode == 0, p.stderr)
    found = {}
    for line in p.stdout.splitlines():
        key, _, value = line.partition("=")
        if value.startswith('"'):
            value = value[1:-1].replace("\\n", "\n").replace('\\"', '"')
        found[key] = value
    return found


def listed(t, key):
    """The strings of a list field, in order."""
    found = []
    while "%s.%d" % (key, len(found) + 1) in t:
        found.append(t["%s.%d" % (key, len(found) + 1)])
    return found


# --- one program ---------------------------------------------------------------

class Program:
    """A program of the pack in a folder of its own, with what is appended."""

    def __init__(self, tmp, path, t):
        self.name = os.path.relpath(path, PACK)
        self.folder = tempfile.mkdtemp(dir=tmp)
        self.options = [word for key in ("seed", "procs")
                        if "options." + key in t
                        for word in ("--" + key, t["options." + key])]
        with open(path, encoding="utf-8") as f:
            text = f.read()
        if "goal.append" in t:
            folder = os.path.dirname(t["path"])
            with open(os.path.join(folder, t["goal.append"]),
                      encoding="utf-8") as f:
                text += "\n" + f.read()
        with open(os.path.join(self.folder, "p.lua"), "w",
                  encoding="utf-8") as out:
            out.write(text)

    def run(self, *args):
        return subprocess.run([GOPARK, *args], cwd=self.folder,
                              capture_output=True, text=True,
                              timeout=PATIENCE, stdin=subprocess.DEVNULL)

    def check(self, *args):
        p = self.run("check", "p.lua", "--json", *self.options, *BOUNDS,
                     *args)
        if not expect(self.name, p.returncode in (0, 3), p.stderr):
            return {"verdict": "?", "findings": [], "outputs": [],
                    "complete": False}
        return json.loads(p.stdout)


def replay_ends(p, finding):
    """A step back from the end and on: the failure again."""
    look = {"leak": "leaks", "deadlock": "deadlock"}.get(finding["verdict"],
                                                         "output")
    seen = p.run("replay", finding["replay"], "--batch", "--view", "none",
                 "-e", "back", "-e", "continue", "-e", look)
    if finding["verdict"] == "race":
        expect(p.name + ": the replay ends well", seen.returncode == 0, seen)
        return
    mark = {"leak": "(leaked)]", "panic": finding["message"],
            "check": finding["message"],
            "deadlock": "DEADLOCK among"}[finding["verdict"]]
    if finding["verdict"] == "deadlock" and not finding["partial"]:
        mark = "all goroutines are asleep - deadlock!"
    if finding["message"].startswith("no goroutines"):
        mark = "no goroutines"
    expect(p.name + ": the replay ends in it", seen.returncode == 0 and
           mark in seen.stdout + seen.stderr, (finding, seen))


def is_minimal(p, finding):
    """With one preemption less it does not happen, if that can be known.

    A leak is told so that it is seen before main returns, which may take a
    preemption more than one that comes true afterwards.
    """
    if finding["preemptions"] == 0 or finding["verdict"] == "leak" or \
            finding.get("partial"):
        return
    less = p.check("--preemptions", str(finding["preemptions"] - 1),
                   *(["--outputs"] if " prints:" in finding["schedule"]
                     else []))
    if less.get("why") != "preemptions were bounded":
        count("too large to know the least number of preemptions")
        return
    count("with the least number of preemptions")
    expect(p.name + ": minimised", finding["message"] not in
           [f["message"] for f in less["findings"]], (finding, less))


def expect_ending(p, answer, wanted=ENDINGS):
    found = [f for f in answer["findings"] if f["verdict"] in wanted]
    if not expect(p.name + ": one of %s" % (wanted,), found, answer):
        return
    f = found[0]
    count("found")
    replay_ends(p, f)
    is_minimal(p, f)


def expect_clean(p, answer):
    expect(p.name + ": nothing is found", not answer["findings"], answer)
    count("proved clean" if answer["complete"] else
          "clean within 20,000 schedules")


def expect_left(p):
    """Not leaked, for something may still wake it; but it is there."""
    seen = p.run("run", "p.lua", *p.options)
    count("left behind, not leaked")
    expect(p.name + ": left behind", re.search(
        r"goroutines? still running when main returned", seen.stderr), seen)


# --- the pack ----------------------------------------------------------------------

def normal(t, text):
    """An output as the goal compares it."""
    if t.get("goal.any_order") != "true":
        return text
    return "\n".join(sorted(text.splitlines()))


def fits(t, text):
    wanted = [normal(t, o) for o in listed(t, "goal.outputs")]
    last = t.get("goal.last")
    return ((not wanted or normal(t, text) in wanted) and
            (last is None or text.splitlines()[-1:] == [last]))


def place(t, name):
    """A file of an exercise; with a slash, from the section's folder."""
    folder = os.path.dirname(t["path"])
    if "/" in name:
        folder = os.path.dirname(os.path.dirname(folder))
    return os.path.join(folder, name)


def fix(tmp, t):
    """Also explain: the starter fails, the solution does not."""
    if t.get("goal.plain") == "true":
        return count("about time, not order")
    p = Program(tmp, place(t, t.get("starter", "starter.lua")), t)
    starter = p.check("--outputs")
    if starter["findings"]:
        expect_ending(p, starter)
    elif any(not fits(t, o["text"]) for o in starter["outputs"]):
        count("found by its output")
    else:
        count("wrong in another way (sleeps, sequential, ...)")
    p = Program(tmp, place(t, t.get("solution", "solution.lua")), t)
    solution = p.check("--outputs")
    expect_clean(p, solution)
    for o in solution["outputs"]:
        expect(p.name + ": a wanted output", fits(t, o["text"]), o)
    wrong(tmp, t)


def wrong(tmp, t):
    i = 1
    while "faults.%d.file" % i in t:
        verdict = t.get("faults.%d.verdict" % i)
        if verdict in ENDINGS:
            p = Program(tmp, place(t, t["faults.%d.file" % i]), t)
            answer = p.check()
            if verdict == "leak" and not answer["findings"]:
                expect_left(p)
            else:
                expect_ending(p, answer, (verdict, "check"))
        i += 1


def break_it(tmp, t):
    wanted = t.get("goal.ends") or ("leak" if "goal.leaks" in t else None)
    if t.get("inject") == "true" or wanted not in ENDINGS:
        return count("a schedule that is no failure")
    p = Program(tmp, place(t, t.get("starter", "starter.lua")), t)
    expect_ending(p, p.check(), (wanted,))


def exercise(tmp, path):
    t = fields(path)
    t["path"] = path
    if t.get("kind") in ("fix", "explain"):
        fix(tmp, t)
    elif t.get("kind") == "break":
        break_it(tmp, t)


def demo(tmp, path):
    stops = path[:-4] + ".stops.lua"
    t = fields(stops) if os.path.exists(stops) else {}
    p = Program(tmp, path, t)
    if path.endswith("_fixed.lua"):
        expect_clean(p, p.check())
    elif os.path.exists(path[:-4] + "_fixed.lua"):
        expect_ending(p, p.check())
    elif t.get("ends") in ("deadlock", "panic"):
        expect_ending(p, p.check(), (t["ends"],))


def main():
    demos = [d for d in glob.glob(PACK + "/**/demos/*.lua", recursive=True)
             if not d.endswith(".stops.lua")]
    exercises = glob.glob(PACK + "/**/exercises/*/exercise.lua",
                          recursive=True)
    expect("the pack", demos and exercises, PACK)
    with tempfile.TemporaryDirectory() as tmp, \
            ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [pool.submit(demo, tmp, d) for d in sorted(demos)]
        jobs += [pool.submit(exercise, tmp, e) for e in sorted(exercises)]
        for job in jobs:
            job.result()
    for word in sorted(counts):
        print("%4d  %s" % (counts[word], word))
    print("\n".join(faults) if faults else "lessons: all as they should be")
    return 1 if faults else 0


GOPARK = os.path.abspath(sys.argv[1])
PACK = os.path.abspath(sys.argv[2] if len(sys.argv) > 2
                       else os.path.join(TOP, "lessons"))
sys.exit(main())
