/*
 * runq.c - the local run queues, runnext, and the global queue.
 *
 * A P has room for 256 Gs in order, and one place before them all, runnext,
 * for the G that was readied last: it runs next and inherits the time slice,
 * so a pair that talks over a channel stays together on one P (SCH-20..27).
 */
#include "sched/sched.h"

#include <assert.h>

void
gq_push(struct gqueue *q, struct g *gp)
{
    gp->link = NULL;
    if (q->tail != NULL)
        q->tail->link = gp;
    else
        q->head = gp;
    q->tail = gp;
    q->n++;
}

struct g *
gq_pop(struct gqueue *q)
{
    struct g *gp = q->head;

    if (gp == NULL)
        return NULL;
    q->head = gp->link;
    if (q->head == NULL)
        q->tail = NULL;
    q->n--;
    gp->link = NULL;
    return gp;
}

void
globq_put(struct sched *s, struct g *gp)
{
    gq_push(&s->globq, gp);
}

void
globq_put_head(struct sched *s, struct g *gp)
{
    gp->link = s->globq.head;
    s->globq.head = gp;
    if (s->globq.tail == NULL)
        s->globq.tail = gp;
    s->globq.n++;
}

bool
runq_empty(const struct p *pp)
{
    return pp->head == pp->tail && pp->runnext == NULL;
}

/* The queue is full: its older half and gp move to the global queue, in this
 * order (SCH-22). */
static void
overflow(struct sched *s, struct p *pp, struct g *gp)
{
    int i;

    for (i = 0; i < RUNQ_SIZE / 2; i++)
        globq_put(s, pp->runq[pp->head++ % RUNQ_SIZE]);
    globq_put(s, gp);
}

void
runq_put_tail(struct sched *s, struct p *pp, struct g *gp)
{
    if (pp->tail - pp->head == RUNQ_SIZE)
        overflow(s, pp, gp);
    else
        pp->runq[pp->tail++ % RUNQ_SIZE] = gp;
}

/* The next G of pp, NULL if it has none. *inherit: it came from runnext and
 * goes on with the slice of the last one. */
struct g *
runq_get(struct p *pp, bool *inherit)
{
    struct g *gp = pp->runnext;

    if (gp != NULL) {
        pp->runnext = NULL;
        *inherit = true;
        return gp;
    }
    *inherit = false;
    return pp->head == pp->tail ? NULL : pp->runq[pp->head++ % RUNQ_SIZE];
}

/* Take Gs from the global queue for pp: its share, or max if that is less.
 * The first is returned, the others go to the local queue (SCH-25). */
struct g *
globq_get(struct sched *s, struct p *pp, int max)
{
    uint32_t n = s->globq.n / (uint32_t)s->nproc + 1;
    struct g *gp;

    if (n > s->globq.n)
        n = s->globq.n;
    if (n > RUNQ_SIZE / 2)
        n = RUNQ_SIZE / 2;
    if (max > 0 && n > (uint32_t)max)
        n = (uint32_t)max;
    gp = gq_pop(&s->globq);
    for (; n > 1; n--)
        runq_put(s, pp, gq_pop(&s->globq), false);
    return gp;
}

/* Move half of the victim's queue, the oldest first, to pp, whose queue is
 * empty; the last one taken is returned, to run next (SCH-26). lesson: steal */
struct g *
runq_steal(struct world *w, struct p *pp, struct p *victim)
{
    struct sched *s = w->sched;
    uint32_t n = victim->tail - victim->head, i;
    struct g *gp = NULL;

    n -= n / 2;
    for (i = 0; i < n; i++) {
        gp = victim->runq[victim->head++ % RUNQ_SIZE];
        if (i + 1 < n)
            pp->runq[pp->tail++ % RUNQ_SIZE] = gp;
    }
    if (n > 0) {
        s->n.steals++;
        sched_event(w, EV_STEAL, (uint32_t)victim->id, n);
    }
    return gp;
}

static bool
unlink_local(struct p *pp, struct g *gp)
{
    uint32_t i, j;

    if (pp->runnext == gp) {
        pp->runnext = NULL;
        return true;
    }
    for (i = pp->head; i != pp->tail; i++) {
        if (pp->runq[i % RUNQ_SIZE] != gp)
            continue;
        for (j = i; j + 1 != pp->tail; j++)
            pp->runq[j % RUNQ_SIZE] = pp->runq[(j + 1) % RUNQ_SIZE];
        pp->tail--;
        return true;
    }
    return false;
}

static bool
unlink_global(struct gqueue *q, struct g *gp)
{
    struct g **at, *last = NULL;

    for (at = &q->head; *at != NULL; at = &(*at)->link) {
        if (*at == gp) {
            *at = gp->link;
            if (q->tail == gp)
                q->tail = last;
            gp->link = NULL;
            q->n--;
            return true;
        }
        last = *at;
    }
    return false;
}

/* Take gp off whatever run queue it is on; false if it is on none. */
bool
runq_remove(struct sched *s, struct g *gp)
{
    int i;

    for (i = 0; i < s->nmade; i++) {
        if (unlink_local(s->allp[i], gp))
            return true;
    }
    return unlink_global(&s->globq, gp);
}
