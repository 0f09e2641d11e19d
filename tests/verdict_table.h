/*
 * verdict_table.h - every rule about leaks, deadlocks and lock order, with a
 * program and what is said of it.
 *
 * LK-20..37 are what Go's own leak profile says (go-semantics.md 8.4); L01 to
 * L18, DEAD, LO and MIX are those of analysis.md. Where ours differs it says
 * why that is better. `test_verdicts --table` prints it all. The rows are in
 * verdict_leaks.inc and verdict_locks.inc.
 */
#ifndef GOPARK_TESTS_VERDICT_TABLE_H
#define GOPARK_TESTS_VERDICT_TABLE_H

enum verdict_of {
    OF_LEAKS, /* world_leaks() while main sleeps, or after it has returned */
    OF_WAITS, /* world_waits(): who is stuck */
    OF_ORDER, /* words of lockwatch_report(), | between them; "" no finding */
    OF_END,   /* how the program ends: words of its report */
    OF_WORDS, /* words of world_deadlock(), | between them */
};

struct verdict {
    const char *id, *rule; /* what the specification says */
    enum verdict_of of;
    const char *script, *ours;
    const char *better; /* why ours is not the rule's; NULL: it is */
};

/* Main says when it is time to look. */
#define NOW " time.Sleep(time.Millisecond) print('now') time.Sleep(time.Hour)"
#define LATER " time.Sleep(time.Millisecond) "
#define PAIR                                                                   \
    "local A, B, G = sync.Mutex('A'), sync.Mutex('B'), sync.Mutex('G')\n"      \
    "local function two(x, y)\n"                                               \
    "  x:Lock()\n"                                                             \
    "  y:Lock()\n"                                                             \
    "  y:Unlock() x:Unlock()\n"                                                \
    "end\n"

static const struct verdict verdicts[] = {
#include "verdict_leaks.inc"
#include "verdict_locks.inc"
};
enum { NVERDICT = sizeof verdicts / sizeof verdicts[0] };

#endif
