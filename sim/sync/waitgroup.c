/*
 * waitgroup.c - sync.WaitGroup (WG-1..6).
 */
#include "sync/lock.h"

enum lock_act
wg_add_slow(struct world *w, struct waitgroup *wg, int64_t n)
{
    struct g *gp;

    cost_rmw(w, &wg->o.line);
    if (n > 0 && wg->q.n > 0 && wg->count == 0) {
        w->sched->fatal =
            "sync: WaitGroup misuse: Add called concurrently with Wait";
        return LOCK_PANIC;
    }
    /* Go keeps the counter in 32 bits, and lets it wrap. */
    wg->count = (int32_t)(uint32_t)((uint64_t)wg->count + (uint64_t)n);
    wg_told(w, wg, n);
    if (wg->count < 0) {
        w->sched->fatal = "sync: negative WaitGroup counter";
        return LOCK_PANIC;
    }
    if (wg->count == 0) {
        while ((gp = gq_pop(&wg->q)) != NULL)
            sema_wake(w, gp);
    }
    return LOCK_OK;
}

enum lock_act
wg_wait_slow(struct world *w, struct waitgroup *wg, struct g *gp)
{
    cost_rmw(w, &wg->o.line);
    sema_park(w, gp, WAIT_WG, wg);
    gq_push(&wg->q, gp);
    return LOCK_PARKED;
}

enum lock_act
wg_woken(struct world *w, struct waitgroup *wg)
{
    sched_heard(w, HEARD_ACQUIRE, wg->o.id, HEARD_AT_GROUP);
    if (wg->count == 0)
        return LOCK_OK;
    w->sched->fatal =
        "sync: WaitGroup is reused before previous Wait has returned";
    return LOCK_PANIC;
}
