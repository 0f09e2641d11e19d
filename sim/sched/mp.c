/*
 * mp.c - Ms and Ps: who is idle, who is put to work, who is handed off.
 *
 * The functions have the names they have in Go's proc.go. Nothing is ever
 * handed to a particular thread: work is queued, and at most one searcher is
 * woken (SCH-44).
 */
#include "sched/sched.h"

#include <assert.h>
#include <string.h>

#include "sched/cost.h"

enum { MAX_MS = 10000 }; /* debug.SetMaxThreads (GS-37) */

void
p_idle_put(struct sched *s, struct p *pp)
{
    assert(runq_empty(pp));
    pp->status = P_IDLE;
    pp->m = NULL;
    pp->preempt = false;
    pp->idle_next = s->pidle;
    s->pidle = pp;
    s->npidle++;
}

struct p *
p_idle_get(struct sched *s)
{
    struct p *pp = s->pidle;

    if (pp != NULL) {
        s->pidle = pp->idle_next;
        s->npidle--;
    }
    return pp;
}

struct m *
m_new(struct world *w)
{
    struct sched *s = w->sched;
    struct m *mp;

    if (s->nm == MAX_MS) {
        s->fatal = "thread exhaustion";
        sched_end(w, END_FATAL, 2);
        return NULL;
    }
    if (s->nm == s->mcap) {
        int cap = s->mcap == 0 ? 8 : 2 * s->mcap;
        struct m **all = heap_realloc(w, s->allm, sizeof *all * (size_t)s->mcap,
                                      sizeof *all * (size_t)cap);

        if (all == NULL)
            return NULL;
        s->allm = all;
        s->mcap = cap;
    }
    mp = heap_alloc(w, sizeof *mp);
    if (mp == NULL)
        return NULL;
    memset(mp, 0, sizeof *mp);
    mp->id = s->nm;
    mp->heap = -1;
    mp->looks_at = -1;
    s->allm[s->nm++] = mp;
    return mp;
}

void
sched_acquire(struct world *w, struct m *mp, struct p *pp)
{
    struct sched *s = w->sched;

    mp->p = pp;
    mp->oldp = NULL;
    pp->m = mp;
    pp->status = P_RUNNING;
    if (s->sysmon.next < 0)
        sysmon_wake(s, mp->clock);
}

void
sched_release(struct world *w, struct m *mp)
{
    p_idle_put(w->sched, mp->p);
    mp->p = NULL;
}

void
m_park(struct world *w, struct m *mp)
{
    struct sched *s = w->sched;

    if (mp->status == M_SPINNING)
        s->nmspinning--;
    mp->status = M_IDLE;
    mp->looks_at = -1;
    sched_event_of(w, mp, mp->clock, EV_M_PARK, 0, 0);
    if (mp->lockedg == NULL) {
        mp->idle_next = s->midle;
        s->midle = mp;
    }
    agent_remove(s, mp);
}

/* Put an M to work on pp at time t: the one parked last, or a new one. */
struct m *
sched_startm(struct world *w, struct p *pp, bool spinning, int64_t t)
{
    struct sched *s = w->sched;
    struct m *mp = s->midle;

    if (mp != NULL)
        s->midle = mp->idle_next;
    else if ((mp = m_new(w)) == NULL) {
        if (w->end.how == END_NOT)
            sched_end(w, END_MEMORY, 4);
        return NULL;
    }
    if (mp->clock < t)
        mp->clock = t;
    mp->status = spinning ? M_SPINNING : M_RUNNING;
    s->nmspinning += spinning;
    sched_acquire(w, mp, pp);
    agent_add(w, mp);
    if (spinning)
        sched_event_of(w, mp, mp->clock, EV_SPIN, 0, 0);
    return mp;
}

void
sched_wakep_slow(struct world *w, int64_t t)
{
    sched_startm(w, p_idle_get(w->sched), true, t + COST_WAKE);
}

/* Take pp from its M, which is in a system call. */
struct p *
sched_retake(struct world *w, struct p *pp, int64_t t)
{
    struct m *mp = pp->m;

    sched_event_of(w, mp, t, EV_HANDOFF, 0, pp->id);
    mp->p = NULL;
    mp->oldp = pp;
    pp->syscalltick++;
    return pp;
}

/* pp lost its M, to a system call or a locked G (SCH-42). lesson: handoff */
void
sched_handoff(struct world *w, struct p *pp, int64_t t)
{
    struct sched *s = w->sched;

    s->n.handoffs++;
    pp->m = NULL;
    if (!runq_empty(pp) || s->globq.n > 0)
        sched_startm(w, pp, false, t + COST_WAKE);
    else if (s->nmspinning == 0 && s->npidle == 0)
        sched_startm(w, pp, true, t + COST_WAKE);
    else
        p_idle_put(s, pp);
}
