/*
 * mutex.c - Go's mutex, flag by flag (internal/sync/mutex.go).
 *
 * Normal mode: whoever comes first takes a free lock, also past waiters; the
 * one that Unlock wakes has to compete, and if it loses it queues again in
 * front. A waiter that has lost for 1 ms turns the mutex to starvation mode,
 * in which Unlock gives the lock to the first waiter and runs it at once.
 * lesson: barging
 */
#include "sync/lock.h"

#include <assert.h>

enum {
    STARVES_AFTER = 1000 * 1000, /* ns (MU-6) */
    MAX_SPINS = 4,               /* rounds of 30 pauses (MU-3) */
};

void
gq_push_head(struct gqueue *q, struct g *gp)
{
    gp->link = q->head;
    q->head = gp;
    if (q->tail == NULL)
        q->tail = gp;
    q->n++;
}

/* Spinning makes sense only if the owner runs elsewhere and nobody waits for
 * this P (MU-3). */
static bool
can_spin(const struct world *w, const struct g *gp)
{
    const struct sched *s = w->sched;

    return gp->spins < MAX_SPINS && s->nproc > 1 &&
           s->npidle + s->nmspinning + 1 < s->nproc &&
           runq_empty(s->cur->p) && s->policy == POLICY_GO;
}

static void
acquired(struct world *w, const struct obj *o, struct mutex *m, struct g *gp)
{
    sched_heard(w, HEARD_ACQUIRE, o->id, HEARD_AT_LOCK);
    m->owner = gp->id;
    gp->lock_since = 0;
    gp->spins = 0;
    gp->flags &= (uint8_t)~(G_AWOKE | G_STARVING);
}

static enum lock_act
queue_up(struct world *w, struct obj *o, struct mutex *m, struct g *gp)
{
    bool lifo = gp->lock_since != 0;

    m->nwait++;
    if ((gp->flags & G_STARVING) && m->locked)
        m->starving = true;
    if (gp->flags & G_AWOKE)
        m->woken = false;
    gp->flags &= (uint8_t)~G_AWOKE;
    gp->spins = 0;
    if (!lifo)
        gp->lock_since = sched_now(w);
    sema_park(w, gp, WAIT_MUTEX, o);
    if (lifo)
        gq_push_head(&m->q, gp);
    else
        gq_push(&m->q, gp);
    return LOCK_PARKED;
}

/* One round of lockSlow's loop. */
static enum lock_act
attempt(struct world *w, struct obj *o, struct mutex *m, struct g *gp)
{
    cost_rmw(w, &o->line);
    if (m->locked && !m->starving && can_spin(w, gp)) {
        if (!(gp->flags & G_AWOKE) && !m->woken && m->nwait > 0) {
            m->woken = true;
            gp->flags |= G_AWOKE;
        }
        gp->spins++;
        sched_cost(w, COST_SPIN);
        o->line.free_at += COST_SPIN_LINE;
        w->sched->yield = YIELD_DEFER;
        return LOCK_AGAIN;
    }
    if (m->locked || m->starving)
        return queue_up(w, o, m, gp);
    m->locked = true;
    if (gp->flags & G_AWOKE)
        m->woken = false;
    acquired(w, o, m, gp);
    return LOCK_OK;
}

enum lock_act
mutex_lock_slow(struct world *w, struct obj *o, struct mutex *m, struct g *gp)
{
    gp->lock_since = 0;
    gp->spins = 0;
    return attempt(w, o, m, gp);
}

/* The lock is handed to gp, which leads the queue in starvation mode. */
static void
handed(struct world *w, const struct obj *o, struct mutex *m, struct g *gp)
{
    int64_t waited = sched_now(w) - gp->lock_since;

    assert(!m->locked);
    m->locked = true;
    m->nwait--;
    if (waited <= STARVES_AFTER || m->nwait == 0)
        m->starving = false;
    acquired(w, o, m, gp);
}

/* gp runs again, woken by Unlock or after spinning. */
enum lock_act
mutex_again(struct world *w, struct obj *o, struct mutex *m, struct g *gp)
{
    if (gp->lock_since != 0 && !(gp->flags & G_AWOKE)) {
        if (m->starving) {
            handed(w, o, m, gp);
            return LOCK_OK;
        }
        if (sched_now(w) - gp->lock_since > STARVES_AFTER)
            gp->flags |= G_STARVING;
        gp->flags |= G_AWOKE;
    }
    return attempt(w, o, m, gp);
}

bool
mutex_try(struct world *w, struct obj *o, struct mutex *m, struct g *gp)
{
    cost_rmw(w, &o->line);
    if (m->locked || m->starving)
        return false;
    sched_event(w, EV_LOCK, o->id, 2);
    m->locked = true;
    m->owner = gp->id;
    return true;
}

/* The lock is free, but somebody waits. */
enum lock_act
mutex_unlock_slow(struct world *w, struct mutex *m)
{
    if (m->starving) {
        sema_wake(w, gq_pop(&m->q));
        w->sched->yield = YIELD_GOYIELD;
        return LOCK_YIELD;
    }
    if (!m->woken) {
        m->nwait--;
        m->woken = true;
        sema_wake(w, gq_pop(&m->q));
    }
    return LOCK_OK;
}
