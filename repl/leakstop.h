/*
 * leakstop.h - `break on leak`: looking for leaks while a program runs.
 *
 * A leak is no event of the program's, so it has to be looked for: after a
 * step in which a goroutine blocked or ended, at most every so many steps
 * (`set leakcheck`), and only while somebody waits for it.
 */
#ifndef GOPARK_REPL_LEAKSTOP_H
#define GOPARK_REPL_LEAKSTOP_H

#include "repl.h"

struct leakstop {
    bool wanted;
    bool due;        /* something happened that may have made a leak */
    uint64_t next;   /* step before which it is not looked again */
    uint32_t *known; /* goroutines that had leaked before, by number */
    int nknown;
};

/* A run begins: what has leaked by now is known. */
void leakstop_begin(struct leakstop *l, struct repl *r);
void leakstop_end(struct leakstop *l);
/* An event of the last step. */
void leakstop_note(struct leakstop *l, const struct gopark_event *e);
/* The first goroutine that has leaked since; 0 none, or it is not time. */
uint32_t leakstop_look(struct leakstop *l, struct repl *r);

#endif
