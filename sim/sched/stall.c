/*
 * stall.c - goroutines that somebody outside holds back.
 *
 * A stalled G keeps its status, but is on no run queue. It may be woken, and
 * is then runnable; it runs only when it is let go.
 */
#include "sched/sched.h"

void
sched_stall(struct world *w, struct g *gp)
{
    struct sched *s = w->sched;

    gp->flags |= G_STALLED;
    if (gp->status == G_RUNNABLE) {
        runq_remove(s, gp);
    } else if (gp->status == G_RUNNING) {
        s->cur = gp->m;
        sched_yielded(w, gp->m, YIELD_PREEMPT);
    }
}

struct g *
sched_stalled(const struct world *w)
{
    struct g *gp = w->sched->first;

    while (gp != NULL && !((gp->flags & G_STALLED) && gp->status == G_RUNNABLE))
        gp = gp->next;
    return gp;
}

/* It takes its place in the queue of the M that acts, which is none if it is
 * let go from outside: then the global one. */
void
sched_unstall(struct world *w, struct g *gp)
{
    if (!(gp->flags & G_STALLED))
        return;
    gp->flags &= (uint8_t)~G_STALLED;
    if (gp->status == G_RUNNABLE)
        sched_requeue(w, gp);
}
