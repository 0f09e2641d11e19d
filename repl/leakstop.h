/*
 * leakstop.h - `break on leak`, `break on deadlock`: looking for what has gone
 * wrong for good while a program still runs.
 *
 * That a goroutine has leaked, or that some wait for each other while others
 * go on, is no event of the program's, so it has to be looked for: after a
 * step in which a goroutine blocked or ended, at most every so many steps
 * (`set leakcheck`), and only while somebody waits for it.
 */
#ifndef GOPARK_REPL_LEAKSTOP_H
#define GOPARK_REPL_LEAKSTOP_H

#include "repl.h"

/* One thing that is looked for, and the goroutines that it is known of. */
struct lookout {
    bool wanted;
    uint32_t *known; /* by number */
    int nknown;
};

struct leakstop {
    struct lookout leak, deadlock;
    bool due;      /* something happened that may have brought one about */
    uint64_t next; /* step before which it is not looked again */
};

/* A run begins: what has gone wrong by now is known. */
void leakstop_begin(struct leakstop *l, struct repl *r);
void leakstop_end(struct leakstop *l);
/* An event of the last step. */
void leakstop_note(struct leakstop *l, const struct gopark_event *e);
/* Is it time? Then what has gone wrong since, as an event: its kind, and the
 * first goroutine. False: nothing. */
bool leakstop_look(struct leakstop *l, struct repl *r,
                   struct gopark_event *found);

#endif
