/*
 * cost.h - what things cost, in virtual nanoseconds (COST-3).
 *
 * The constants are fitted to Go 1.26 on one machine, by `scripts/bench
 * costs`; read ratios, not nanoseconds.
 */
#ifndef GOPARK_SCHED_COST_H
#define GOPARK_SCHED_COST_H

#include "sched/sched.h"

enum cost {
    COST_HIT = 5,       /* read-modify-write of a line this P owns */
    COST_XFER = 16,     /* the same when another P had it */
    COST_CHANOP = 10,   /* fixed part of a channel operation */
    COST_PARK = 30,
    COST_READY = 22,
    COST_SWITCH = 34,   /* dispatch the next G on the same P */
    COST_SEMA = 50,     /* more than that, for one who waits for a lock */
    COST_WAKE = 200,    /* first G of an idle P woken from another P */
    COST_SPIN = 35,     /* one round of mutex spinning; up to 4 */
    COST_SPIN_LINE = 20, /* how long its looks keep the line from others */
    COST_SPAWN = 80,
    COST_EXIT = 30,
    COST_SELECT = 32,
    COST_SELECT_CASE = 10,
    COST_SELECT_ONE = 3, /* a single case and default */
    COST_GOSCHED = 50,
    COST_TIMER = 85,
    COST_TIMER_STOP = 55,
    COST_PRINT = 100,
    COST_STEAL_WAIT = 3000, /* before a runnext may be stolen (SCH-27) */
    COST_LUA = 1,       /* one VM instruction */
    COST_CALL = 4,      /* instructions that call an operation, in its cost */
};

/*
 * The cache line of a primitive (COST-2): a read-modify-write starts when the
 * line is free, and costs a transfer unless this P had it alone.
 */
struct line {
    int64_t free_at;
    uint64_t sharers; /* bit p % 64 */
    int32_t owner;    /* P, -1 nobody yet */
};

static inline void
cost_rmw(struct world *w, struct line *l)
{
    const struct sched *s = w->sched;
    struct m *mp = s->cur;
    int p = mp->p != NULL ? mp->p->id : -1;
    int64_t start = l->free_at > mp->clock ? l->free_at : mp->clock;

    if (LIKELY(l->owner == p && l->sharers == 0)) {
        mp->clock = l->free_at = start + (s->flat ? 1 : COST_HIT);
        return;
    }
    mp->clock = l->free_at = start + (s->flat ? 1 : COST_XFER);
    l->owner = p;
    l->sharers = 0;
}

/* A load: nearly free for a P that shares the line. Half a nanosecond is
 * rounded to none. */
static inline void
cost_load(struct world *w, struct line *l)
{
    struct m *mp = w->sched->cur;
    int p = mp->p != NULL ? mp->p->id : -1;
    uint64_t bit = (uint64_t)1 << (p & 63);

    if (l->owner == p || (l->sharers & bit))
        return;
    if (l->free_at > mp->clock)
        mp->clock = l->free_at;
    mp->clock += w->sched->flat ? 1 : COST_XFER;
    l->free_at = mp->clock;
    l->sharers |= bit;
}

#endif
