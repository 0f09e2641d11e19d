/*
 * cond.c - a condition variable's list of tickets (CO-1, CO-2).
 *
 * A waiter takes its ticket before it unlocks L, and parks after. Signal
 * wakes the lowest ticket, also one whose holder has not parked yet: that one
 * then does not park at all.
 */
#include "sync/lock.h"

/* gp takes a ticket. */
void
cond_enter(struct world *w, struct cond *c, struct g *gp)
{
    cost_rmw(w, &c->o.line);
    gp->lock_since = (int64_t)++c->ticket;
}

/* gp, which has a ticket, parks, unless it was signalled meanwhile. */
enum lock_act
cond_wait(struct world *w, struct cond *c, struct g *gp)
{
    uint64_t ticket = (uint64_t)gp->lock_since;

    gp->lock_since = 0;
    sched_heard(w, HEARD_COMES, c->o.id, (int64_t)ticket);
    if (ticket <= c->signalled)
        return LOCK_OK;
    g_park(w, gp, WAIT_COND, c);
    gq_push(&c->q, gp);
    return LOCK_PARKED;
}

void
cond_signal(struct world *w, struct cond *c)
{
    cost_rmw(w, &c->o.line);
    sched_event(w, EV_COND, c->o.id, 0);
    if (c->signalled == c->ticket)
        return;
    c->signalled++;
    sched_heard(w, HEARD_RELEASE, c->o.id, (int64_t)c->signalled);
    if (c->q.head != NULL)
        g_ready(w, gq_pop(&c->q));
}

void
cond_broadcast(struct world *w, struct cond *c)
{
    struct g *gp;

    cost_rmw(w, &c->o.line);
    sched_event(w, EV_COND, c->o.id, 1);
    while (c->signalled < c->ticket)
        sched_heard(w, HEARD_RELEASE, c->o.id, (int64_t)++c->signalled);
    while ((gp = gq_pop(&c->q)) != NULL)
        g_ready(w, gp);
}
