/*
 * rwmutex.c - Go's RWMutex (sync/rwmutex.go, RW-1..7).
 *
 * A writer first excludes other writers, then announces itself, which makes
 * new readers wait, then waits for the readers that are inside. Its Unlock
 * lets all readers that queued meanwhile in before the next writer.
 *
 * Those are let in as they are woken. In Go each gets a token of a semaphore
 * when it runs, so a reader that comes in between can take it, past a writer
 * that is pending, and the one that was woken queues again (SEM-2). That is
 * left out: who is inside would not be known.
 */
#include "sync/lock.h"

#include <string.h>

/* Who reads is known for whoever looks (reader 0: nobody, or not known). */
static void
enter(struct rwmutex *rw, const struct g *gp)
{
    int i;

    for (i = 0; i < RW_KNOWN; i++) {
        if (rw->reader[i] == 0) {
            rw->reader[i] = gp->id;
            return;
        }
    }
}

static void
leave(struct rwmutex *rw, const struct g *gp)
{
    int i;

    for (i = 0; i < RW_KNOWN; i++) {
        if (rw->reader[i] == gp->id) {
            rw->reader[i] = 0;
            return;
        }
    }
    if (rw->readers <= RW_KNOWN) {
        rw->foreign = true;
        memset(rw->reader, 0, sizeof rw->reader);
    }
}

enum lock_act
rw_rlock_slow(struct world *w, struct rwmutex *rw, struct g *gp)
{
    cost_rmw(w, &rw->o.line);
    sched_event(w, EV_LOCK, rw->o.id, 1);
    rw->readers++;
    if (!rw->pending) {
        enter(rw, gp);
        return LOCK_OK;
    }
    sema_park(w, gp, WAIT_RW_RLOCK, rw);
    gq_push(&rw->readq, gp);
    return LOCK_PARKED;
}

enum lock_act
rw_runlock_slow(struct world *w, struct rwmutex *rw, struct g *gp)
{
    cost_rmw(w, &rw->o.line);
    if (rw->readers - (int32_t)rw->readq.n <= 0) {
        w->sched->fatal = "sync: RUnlock of unlocked RWMutex";
        return LOCK_FATAL;
    }
    sched_event(w, EV_UNLOCK, rw->o.id, 1);
    leave(rw, gp);
    rw->readers--;
    if (rw->pending && !rw->held && --rw->leaving == 0)
        sema_wake(w, gq_pop(&rw->writeq));
    return LOCK_OK;
}

/* No reader that leaves meanwhile takes itself for the last. */
void
rw_exclude(struct rwmutex *rw)
{
    rw->pending = true;
    rw->leaving = INT32_MAX;
}

/* The writer has rw->w: announce it, and wait for the readers inside. */
enum lock_act
rw_announce(struct world *w, struct rwmutex *rw, struct g *gp)
{
    cost_rmw(w, &rw->o.line);
    rw->pending = true;
    rw->leaving = rw->readers;
    if (rw->leaving > 0) {
        sema_park(w, gp, WAIT_RW_LOCK, rw);
        gq_push(&rw->writeq, gp);
        return LOCK_PARKED;
    }
    rw_acquired(rw, gp);
    return LOCK_OK;
}

void
rw_acquired(struct rwmutex *rw, struct g *gp)
{
    struct world *w = world_of(rw);

    sched_heard(w, HEARD_ACQUIRE, rw->o.id, HEARD_AT_LOCK);
    sched_heard(w, HEARD_ACQUIRE, rw->o.id, HEARD_AT_READERS);
    rw->held = true;
    rw->owner = gp->id;
}

enum lock_act
rw_unlock(struct world *w, struct rwmutex *rw, struct g *gp)
{
    struct g *reader;

    cost_rmw(w, &rw->o.line);
    if (!rw->held) {
        w->sched->fatal = "sync: Unlock of unlocked RWMutex";
        return LOCK_FATAL;
    }
    rw->held = rw->pending = false;
    rw->owner = 0;
    while ((reader = gq_pop(&rw->readq)) != NULL) {
        enter(rw, reader);
        sema_wake(w, reader);
    }
    return mutex_unlock(w, &rw->o, &rw->w, gp,
                        "sync: Unlock of unlocked RWMutex");
}

bool
rw_try_rlock(struct world *w, struct rwmutex *rw)
{
    cost_rmw(w, &rw->o.line);
    if (rw->pending)
        return false;
    sched_event(w, EV_LOCK, rw->o.id, 3);
    rw->readers++;
    enter(rw, sched_g(w));
    return true;
}

bool
rw_try_lock(struct world *w, struct rwmutex *rw, struct g *gp)
{
    if (rw->readers > 0 || rw->pending ||
        !mutex_try(w, &rw->o, &rw->w, gp))
        return false;
    rw->pending = true;
    rw->leaving = 0;
    rw_acquired(rw, gp);
    return true;
}
