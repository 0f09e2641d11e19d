/*
 * procs.c - GOMAXPROCS: making Ps and taking them away (GS-20, GS-23).
 *
 * The world stands still meanwhile: nothing else acts. A P that goes away
 * gives its queue to the head of the global one and its timers to P0.
 */
#include "sched/sched.h"

#include <string.h>

static struct p *
p_new(struct world *w, int id)
{
    struct p *pp = heap_alloc(w, sizeof *pp);

    if (pp != NULL) {
        memset(pp, 0, sizeof *pp);
        pp->id = id;
        pp->status = P_DEAD;
    }
    return pp;
}

static bool
grow(struct world *w, int n)
{
    struct sched *s = w->sched;

    for (; s->nmade < n; s->nmade++) {
        s->allp[s->nmade] = p_new(w, s->nmade);
        if (s->allp[s->nmade] == NULL)
            return false;
    }
    return true;
}

/* The M on a P that goes away stops; its G waits its turn in front of the
 * P's queue (SCH-24). */
static void
stop_m(struct world *w, struct p *pp)
{
    struct sched *s = w->sched;
    struct m *mp = pp->m;
    struct g *gp = mp->curg;

    pp->m = NULL;
    mp->p = NULL;
    if (mp->status == M_SYSCALL) {
        mp->oldp = NULL;
        return;
    }
    if (mp->status == M_SPINNING)
        s->nmspinning--;
    mp->status = M_IDLE;
    mp->pause_p = NULL;
    agent_remove(s, mp);
    if (mp->lockedg == NULL) {
        mp->idle_next = s->midle;
        s->midle = mp;
    }
    if (gp != NULL) {
        mp->curg = NULL;
        gp->m = NULL;
        g_set_status(w, gp, G_RUNNABLE);
        runq_put(s, pp, gp, true);
    }
}

static void
idle_remove(struct sched *s, struct p *pp)
{
    struct p **at;

    for (at = &s->pidle; *at != NULL; at = &(*at)->idle_next) {
        if (*at == pp) {
            *at = pp->idle_next;
            s->npidle--;
            return;
        }
    }
}

static void
destroy(struct world *w, struct p *pp)
{
    struct sched *s = w->sched;

    if (pp->status == P_IDLE)
        idle_remove(s, pp);
    else if (pp->m != NULL)
        stop_m(w, pp);
    while (pp->tail != pp->head)
        globq_put_head(s, pp->runq[--pp->tail % RUNQ_SIZE]);
    if (pp->runnext != NULL)
        globq_put_head(s, pp->runnext);
    pp->runnext = NULL;
    timer_move_all(w, pp, s->allp[0]);
    pp->status = P_DEAD;
    pp->preempt = false;
}

/* The caller's P goes away: it takes P0 over. */
static void
move_to_p0(struct world *w, struct m *mp)
{
    struct sched *s = w->sched;
    struct p *old = mp->p, *p0 = s->allp[0];

    if (p0->status == P_IDLE)
        idle_remove(s, p0);
    else if (p0->m != NULL)
        stop_m(w, p0);
    old->m = NULL;
    mp->p = p0;
    p0->m = mp;
    p0->status = P_RUNNING;
}

bool
sched_set_procs(struct world *w, int n)
{
    struct sched *s = w->sched;
    int i, old = s->nproc;

    if (n == old)
        return true;
    if (!grow(w, n))
        return false;
    if (s->cur != NULL && s->cur->p != NULL && s->cur->p->id >= n)
        move_to_p0(w, s->cur);
    s->nproc = n;
    for (i = old - 1; i >= n; i--)
        destroy(w, s->allp[i]);
    for (i = n - 1; i >= old; i--)
        p_idle_put(s, s->allp[i]);
    if (s->cur != NULL) {
        sched_event(w, EV_PROCS, 0, n);
        drive_close_gate(s);
        if (s->globq.n > 0 || n > old)
            sched_wakep(w, s->cur->clock);
    }
    return true;
}
