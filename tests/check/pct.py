#!/usr/bin/env python3
"""A planted bug of depth 3 is found by pct at its bound's rate or above.

usage: pct.py GOPARK
"""
import os
import re
import subprocess
import sys
import tempfile

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ring3.lua")
TRIALS = 1000


def main():
    with tempfile.TemporaryDirectory() as tmp:
        replay = os.path.join(tmp, "ring3.replay")
        p = subprocess.run(
            [sys.argv[1], "check", "--strategy", "pct", "--depth", "3",
             "--schedules", str(TRIALS), "--replay-out", replay, PROGRAM],
            stdout=subprocess.PIPE, text=True)
        again = subprocess.run(
            [sys.argv[1], "replay", replay, "--view", "none", "-e", "deadlock"],
            stdout=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL)
    failed = int(re.search(r"(\d+) failed", p.stdout).group(1))
    bound, n = re.search(r"= ([0-9.e-]+) per run at least \(n=(\d+)\)",
                         p.stdout).groups()
    problems = []
    if p.returncode != 3:
        problems.append("exit status %d, should be 3" % p.returncode)
    if failed / TRIALS < float(bound):
        problems.append("%d of %d is below the bound %s"
                        % (failed, TRIALS, bound))
    if n != "4":
        problems.append("the bound counts %s goroutines, there are 4" % n)
    if "deadlock" not in again.stdout.lower():
        problems.append("the replay shows no deadlock: %r" % again.stdout)
    for text in problems:
        print("pct:", text)
    print("pct: %d of %d runs, bound %s" % (failed, TRIALS, bound))
    return 1 if problems else 0


sys.exit(main())
