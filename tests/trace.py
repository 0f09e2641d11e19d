#!/usr/bin/env python3
"""The trace of a program: valid JSON, and nobody in two places at once.

usage: trace.py GOPARK FILE.lua
"""
import json
import os
import subprocess
import sys
import tempfile


def slices(events, pid):
    """Per thread of a process: (start, end, name) in ns, by start."""
    found = {}
    for e in events:
        if e["ph"] == "X" and e["pid"] == pid:
            start = round(e["ts"] * 1000)
            found.setdefault(e["tid"], []).append(
                (start, start + round(e["dur"] * 1000), e["name"]))
    return {tid: sorted(s) for tid, s in found.items()}


def overlaps(rows):
    for tid, row in rows.items():
        for a, b in zip(row, row[1:]):
            if a[1] > b[0]:
                yield "%d: %s and %s" % (tid, a, b)


def main():
    gopark, script = sys.argv[1:]
    with tempfile.TemporaryDirectory() as tmp:
        out = os.path.join(tmp, "t.json")
        subprocess.run([gopark, "trace", script, "-o", out], check=True,
                       stdout=subprocess.DEVNULL)
        with open(out, encoding="utf-8") as f:
            events = json.load(f)["traceEvents"]
        bad = subprocess.run([gopark, "trace", script, "-o", tmp + "/t.txt"],
                             stderr=subprocess.PIPE)
    processors, goroutines = slices(events, 1), slices(events, 2)
    problems = list(overlaps(processors)) + list(overlaps(goroutines))
    running = sum(e - s for r in goroutines.values() for s, e, name in r
                  if name == "running")
    on_ps = sum(e - s for r in processors.values() for s, e, _ in r)
    if running == 0 or running != on_ps:
        problems.append("goroutines ran %d ns, processors %d ns"
                        % (running, on_ps))
    if 1 not in goroutines or len(goroutines) < 2:
        problems.append("goroutines %s" % sorted(goroutines))
    if bad.returncode != 1 or b"ends in .json" not in bad.stderr:
        problems.append("a wrong name is accepted: %r" % bad.stderr)
    for p in problems:
        print("trace:", p)
    return 1 if problems else 0


sys.exit(main())
