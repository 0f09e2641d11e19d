/*
 * sweep.h - `run --leaks`: looking for leaks while a program runs, and when
 * it has ended. trace does the same.
 *
 * A sweep is made every so many steps, or when so much virtual time has
 * passed (--leaks-every). It looks at a branch of the world, so that output,
 * events and steps are the same with and without. What has leaked stays so:
 * the report at the end says since when each leak was known.
 */
#ifndef GOPARK_REPL_SWEEP_H
#define GOPARK_REPL_SWEEP_H

#include "options.h"

struct sweep {
    bool wanted;
    struct interval every;
    bool stretch;             /* less often, where looking takes long */
    uint64_t next;            /* step, or */
    int64_t next_t;           /* time of the next one */
    struct gopark_seen *seen; /* by number */
    int nseen;
};

void sweep_begin(struct sweep *s, const struct options *o);
void sweep_end(struct sweep *s);
/* Run w up to this step, then call sweep_look(). */
uint64_t sweep_until(const struct sweep *s, const struct world *w);
/* Look, if it is time. */
void sweep_look(struct sweep *s, struct world *w);
/* Say on standard error what has leaked, after what Go prints there. --leaks
 * fail lets a program that ended well with status fail: the exit status. What
 * the program prints from now on, it prints in a branch. */
int sweep_report(const struct sweep *s, struct world *w,
                 const struct options *o, int status);

#endif
