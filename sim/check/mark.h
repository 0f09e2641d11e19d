/*
 * mark.h - what can still be reached, and which goroutines can still run.
 *
 * The rule is Go's (go-semantics 8.4): what a goroutine that may run can
 * reach, it may use; and a goroutine that waits at something that can be
 * reached may be woken, and run. Everything else is lost for good.
 *
 * To be used inside a branch: it pushes values onto the stacks it looks at.
 */
#ifndef GOPARK_CHECK_MARK_H
#define GOPARK_CHECK_MARK_H

#include "check/markset.h"
#include "check/sources.h"
#include "check/uses.h"
#include "lua/lua.h"

/* What led to a place, if not another place. */
enum mark_root {
    ROOT_REGISTRY = 1, /* gopark itself */
    ROOT_GLOBALS,      /* the table of global variables */
    ROOT_TIMER,        /* an armed timer */
    ROOT_RUNS,         /* of a goroutine: it is not blocked */
};

enum mark_rule {
    /* For leaks: whoever waits at what can be reached may be woken. Main
     * counts as one that may run, for with it the program ends. */
    MARK_LEAKS,
    /* For deadlocks: whoever waits for a lock is woken by those who hold it,
     * if it has never been unlocked by others, and nobody's code is seen to
     * do that; and main is like the rest. */
    MARK_STUCK,
    /* As MARK_LEAKS, but a variable that its function does not mention any
     * more does not count; Go's compiler sees that as well (LEAK-LIVE). */
    MARK_LIVE,
};

struct mark {
    struct world *w;
    enum mark_rule rule;
    lua_State *L;
    struct sources sources;  /* for MARK_LIVE */
    struct uses *uses; /* for MARK_STUCK; may be NULL */
    int work;                /* where L has the values to look into, a queue */
    int weak;                /* tables with weak keys, */
    int sealed;              /* Done channels at which somebody waits, */
    int closers;             /* and by such a channel what can close it */
    lua_Integer head, tail, nweak, nsealed;
    uint32_t from;        /* what is being looked into */
    struct markset tasks; /* the threads that are goroutines */
    struct markset set;   /* everything reached, goroutines too */
    uint32_t nglobal;     /* of set, before any goroutine was looked into */
    struct obj **owned;   /* locks that only their holders will unlock */
    uint32_t nowned, ownedcap;
    struct g **live; /* goroutines that may run, in order of discovery */
    uint32_t nlive, livecap, nseen;
};

/* Reach everything. False: memory; nothing can be concluded then. May raise,
 * also then m is for mark_free(). */
bool mark_run(struct mark *m, struct world *w, enum mark_rule rule);
/* The same by MARK_STUCK, knowing what the code of each goroutine does. */
bool mark_run_stuck(struct mark *m, struct world *w, struct uses *us);
void mark_free(struct mark *m);

/* May gp, by any continuation, run again? */
bool mark_lives(const struct mark *m, const struct g *gp);
/* Is p reached at all; and without the help of any goroutine's stack? */
bool mark_has(const struct mark *m, const void *p);
bool mark_global(const struct mark *m, const void *p);
/* What led to a place: another place, an enum mark_root, or 0 nothing. */
uint32_t mark_from(const struct mark *m, uint32_t place);

#endif
