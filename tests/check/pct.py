#!/usr/bin/env python3
"""A planted bug of depth 3 is found by pct at its bound's rate or above.

usage: pct.py GOPARK

The program has two hundred lines, two goroutines and eight operations that
are seen, so that the bound, 1/(2 * 8 * 8), promises some hits in 1,000 runs;
with the depth set to 2 the fault is out of reach, which shows what its depth
is.
"""
import os
import re
import subprocess
import sys
import tempfile

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                       "tickets.lua")
TRIALS = 1000
problems = []


def expect(what, holds, seen=""):
    if not holds:
        problems.append("%s: %s" % (what, seen))


def pct(depth, seed, replay):
    """The exit status, how many runs failed, and the bound's rate."""
    p = subprocess.run(
        [sys.argv[1], "check", "--strategy", "pct", "--depth", str(depth),
         "--seed", str(seed), "--schedules", str(TRIALS), "--replay-out",
         replay, PROGRAM], stdout=subprocess.PIPE, text=True)
    failed = int(re.search(r"(\d+) failed", p.stdout).group(1))
    m = re.search(r"= ([0-9.e-]+) per run at least \(n=(\d+)\)", p.stdout)
    return p.returncode, failed, float(m[1]) if m else None, m and int(m[2])


def main():
    with open(PROGRAM, encoding="utf-8") as f:
        lines = len(f.readlines())
    expect("the program's lines", lines >= 200, lines)
    with tempfile.TemporaryDirectory() as tmp:
        replay = os.path.join(tmp, "tickets.replay")
        for seed in 1, 2, 3:
            status, failed, bound, n = pct(3, seed, replay)
            print("pct: seed %d: %d of %d runs fail, the bound promises %.1f"
                  % (seed, failed, TRIALS, bound * TRIALS))
            expect("seed %d: status" % seed, status == 3, status)
            expect("seed %d: goroutines" % seed, n == 2, n)
            expect("seed %d: a bound that says something" % seed,
                   bound * TRIALS >= 5, bound)
            expect("seed %d: at the bound's rate" % seed,
                   failed >= bound * TRIALS, failed)
            status, failed, _, _ = pct(2, seed, replay + "2")
            expect("seed %d: out of reach of depth 2" % seed,
                   status == 0 and failed == 0, failed)
        again = subprocess.run(
            [sys.argv[1], "replay", replay, "--view", "none", "-e", "back",
             "-e", "continue"], stdout=subprocess.PIPE, text=True,
            stdin=subprocess.DEVNULL)
    expect("the replay", "check failed: two tickets for C7" in again.stdout,
           again.stdout)
    for text in problems:
        print("pct:", text)
    return 1 if problems else 0


sys.exit(main())
