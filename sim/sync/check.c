/*
 * check.c - the invariants of a whole world.
 *
 * Debug builds assert them after every step. That costs as much as there is in
 * the world, so a large one is looked at now and then only.
 */
#include "sync/chan.h"
#include "sync/lock.h"

#include <assert.h>

enum { FEW = 64, NOW_AND_THEN = 1024 }; /* goroutines, steps */

/* A queue of n parked Gs that wait for o. */
static void
check_queue(const struct gqueue *q, const void *o)
{
    const struct g *gp, *last = NULL;
    uint32_t n = 0;

    for (gp = q->head; gp != NULL; gp = gp->link) {
        assert(gp->status == G_WAITING && gp->object == o);
        last = gp;
        n++;
    }
    assert(n == q->n && last == q->tail);
}

/* The waiters that are counted are queued, but for one that was woken. */
static void
check_mutex(const struct mutex *m, const void *o)
{
    check_queue(&m->q, o);
    assert(m->locked || m->owner == 0);
    assert(!m->starving || m->nwait > 0);
    assert(m->q.n <= m->nwait);
}

static void
check_rwmutex(const struct rwmutex *rw)
{
    check_mutex(&rw->w, rw);
    check_queue(&rw->readq, rw);
    check_queue(&rw->writeq, rw);
    assert(rw->readers >= (int32_t)rw->readq.n);
    assert(rw->pending || rw->readq.n == 0);
    assert(rw->pending || !rw->held);
    assert(rw->writeq.n <= 1 && (rw->writeq.n == 0 || !rw->held));
}

static void
check_object(const struct obj *o)
{
    const void *p = o;

    switch (obj_kind(o)) {
    case OBJ_CHAN:
        chan_check(p);
        break;
    case OBJ_MUTEX:
        check_mutex(&((const struct umutex *)p)->m, p);
        break;
    case OBJ_RWMUTEX:
        check_rwmutex(p);
        break;
    case OBJ_WG:
        check_queue(&((const struct waitgroup *)p)->q, p);
        break;
    case OBJ_ONCE:
        check_mutex(&((const struct once *)p)->m, p);
        break;
    case OBJ_COND:
        check_queue(&((const struct cond *)p)->q, p);
        assert(((const struct cond *)p)->signalled <=
               ((const struct cond *)p)->ticket);
        break;
    default:
        break;
    }
}

void
world_check(const struct world *w)
{
    const struct sched *s = w->sched;
    const struct obj *o;

    if (s->live > FEW && w->steps % NOW_AND_THEN != 0)
        return;
    sched_check(w);
    for (o = s->objs; o != NULL; o = o->next) {
        assert(o->next == NULL || o->next->id > o->id);
        check_object(o);
    }
}
