/*
 * sched.c - goroutines put on and taken off: schedule, park, ready, go.
 *
 * The functions have the names they have in Go's proc.go, and do what they do
 * there, minus locks: one host thread plays all Ms, so what Go re-checks
 * after giving up a lock cannot have changed here. What takes time is charged
 * to the clock of the M that acts.
 */
#include "sched/sched.h"

#include <assert.h>
#include <string.h>

#include "sched/cost.h"

void
sched_event_of(struct world *w, const struct m *mp, int64_t t,
               enum gopark_event_kind kind, uint32_t object, int64_t value)
{
    struct gopark_event e;

    if (!event_wanted(w))
        return;
    memset(&e, 0, sizeof e);
    e.step = w->steps;
    e.t = t;
    e.kind = (uint16_t)kind;
    e.m = mp != NULL ? mp->id : -1;
    e.p = (int16_t)(mp != NULL && mp->p != NULL ? mp->p->id : -1);
    e.g = mp != NULL && mp->curg != NULL ? mp->curg->id : 0;
    e.object = object;
    e.value = value;
    event_append(w, &e);
}

void
sched_event_slow(struct world *w, enum gopark_event_kind kind, uint32_t object,
                 int64_t value)
{
    const struct m *mp = w->sched->cur;

    sched_event_of(w, mp, mp != NULL ? mp->clock : w->sched->now, kind, object,
                   value);
}

void
sched_heard_slow(struct world *w, enum heard what, uint32_t object,
                 int64_t value)
{
    const struct m *mp = w->sched->cur;
    uint32_t g = mp != NULL && mp->curg != NULL ? mp->curg->id : 0;

    heard_slow(w, what, g, object, value);
}

void
sched_end(struct world *w, enum gopark_how how, int code)
{
    struct sched *s = w->sched;

    if (w->end.how != END_NOT)
        return;
    w->end.how = how;
    w->end.code = code;
    w->end.t = s->cur != NULL ? s->cur->clock : s->now;
    w->end.step = w->steps;
    w->end.g = s->cur != NULL && s->cur->curg != NULL ? s->cur->curg->id : 0;
    drive_close_gate(s);
    if (how == END_DEADLOCK || how == END_NO_GS)
        sched_event(w, EV_DEADLOCK, 0, 0);
}

/* --- a G for an M ------------------------------------------------------ */

/* A searcher found work: another may take its place (SCH-35). */
static void
reset_spinning(struct world *w, struct m *mp)
{
    mp->status = M_RUNNING;
    mp->looks_at = -1;
    w->sched->nmspinning--;
    sched_wakep(w, mp->clock);
}

static void
execute(struct world *w, struct m *mp, struct g *gp, bool inherit)
{
    mp->clock += w->sched->flat ? 1 : COST_SWITCH;
    mp->curg = gp;
    gp->m = mp;
    mp->p->preempt = false;
    if (!inherit)
        mp->p->schedtick++;
    g_set_status(w, gp, G_RUNNING);
    w->sched->n.switches++;
    sched_event(w, EV_G_START, 0, inherit);
}

static struct m *
locked_m(const struct sched *s, const struct g *gp)
{
    int i;

    for (i = 0; i < s->nm; i++) {
        if (s->allm[i]->lockedg == gp)
            return s->allm[i];
    }
    return NULL;
}

/* mp, whose locked G is not to run now, hands its P away and sleeps. */
static void
stop_locked(struct world *w, struct m *mp)
{
    struct p *pp = mp->p;

    mp->p = NULL;
    m_park(w, mp);
    sched_handoff(w, pp, mp->clock);
}

/* gp may run on its own M only: give that M the P, and park (SCH-72). */
static void
start_locked(struct world *w, struct m *mp, struct g *gp, struct m *own)
{
    struct p *pp = mp->p;

    if (own->p != NULL)
        stop_locked(w, own); /* its G yielded, and it has not moved since */
    mp->p = NULL;
    m_park(w, mp);
    if (own->clock < mp->clock)
        own->clock = mp->clock;
    own->status = M_RUNNING;
    sched_acquire(w, own, pp);
    agent_add(w, own);
    runq_put(w->sched, pp, gp, true);
}

/* mp runs nothing but the G that is locked to it: that one if its turn has
 * come, else it hands the P away and sleeps. */
static bool
run_locked(struct world *w, struct m *mp)
{
    struct p *pp = mp->p;

    if (pp->runnext == mp->lockedg) {
        pp->runnext = NULL;
        execute(w, mp, mp->lockedg, false);
        return true;
    }
    stop_locked(w, mp);
    return false;
}

/* Find a G for mp and put it on. false: mp has none now. */
bool
sched_schedule(struct world *w, struct m *mp)
{
    struct sched *s = w->sched;
    struct m *own;
    struct g *gp;
    bool inherit;

    if (mp->lockedg != NULL)
        return run_locked(w, mp);
    gp = sched_findrunnable(w, mp, &inherit);
    if (gp == NULL)
        return false;
    if (mp->status == M_SPINNING)
        reset_spinning(w, mp);
    if ((gp->flags & G_LOCKED) && (own = locked_m(s, gp)) != mp &&
        own != NULL) {
        start_locked(w, mp, gp, own);
        return false;
    }
    execute(w, mp, gp, inherit);
    return true;
}

/* --- what goroutines do to each other ---------------------------------- */

/* Main, which nobody starts, begins a slice of its own: were it to inherit
 * one, the tick would stay 0, and each search would begin with the global
 * queue. */
static void
make_runnable(struct world *w, struct g *gp)
{
    struct sched *s = w->sched;

    if (gp->flags & G_STALLED)
        return;
    if (s->policy == POLICY_EXPLORE) {
        globq_put(s, gp);
        return;
    }
    if (s->cur == NULL || s->cur->p == NULL) {
        globq_put(s, gp);
        sched_wakep(w, s->now);
        return;
    }
    runq_put(s, s->cur->p, gp, s->cur->curg != NULL || w->steps > 0);
    sched_wakep(w, s->cur->clock);
}

void
sched_requeue(struct world *w, struct g *gp)
{
    make_runnable(w, gp);
}

void
sched_go(struct world *w, struct g *gp)
{
    sched_cost(w, COST_SPAWN);
    sched_event(w, EV_GO, 0, gp->id);
    g_set_status(w, gp, G_RUNNABLE);
    make_runnable(w, gp);
}

void
g_park(struct world *w, struct g *gp, enum g_reason why, void *object)
{
    assert(gp->status == G_RUNNING && why != WAIT_NONE);
    gp->reason = (uint8_t)why;
    gp->object = object;
    w->sched->n.parks++;
    w->sched->yield = YIELD_PARK;
    sched_cost(w, COST_PARK);
    g_set_status(w, gp, G_WAITING);
}

void
g_ready(struct world *w, struct g *gp)
{
    assert(gp->status == G_WAITING);
    w->sched->n.ready++;
    if (w->sched->cur != NULL)
        sched_cost(w, COST_READY);
    sched_event(w, EV_READY, 0, gp->id);
    gp->reason = WAIT_NONE;
    g_set_status(w, gp, G_RUNNABLE);
    make_runnable(w, gp);
}

void
sched_lock_thread(struct world *w, bool lock)
{
    struct m *mp = w->sched->cur;

    if (lock) {
        mp->lockedg = mp->curg;
        mp->curg->flags |= G_LOCKED;
    } else {
        mp->lockedg = NULL;
        mp->curg->flags &= (uint8_t)~G_LOCKED;
    }
}

/* --- what becomes of a G that came back -------------------------------- */

static struct g *
detach(struct m *mp)
{
    struct g *gp = mp->curg;

    mp->curg = NULL;
    gp->m = NULL;
    return gp;
}

/* Runnable again, at the tail of the global queue (SCH-24), or of the local
 * one for goyield. */
static void
requeue(struct world *w, struct m *mp, bool local)
{
    struct g *gp = detach(mp);

    g_set_status(w, gp, G_RUNNABLE);
    if (gp->flags & G_STALLED)
        return;
    if (local)
        runq_put(w->sched, mp->p, gp, false);
    else
        globq_put(w->sched, gp);
    sched_wakep(w, mp->clock);
}

static void
goexit(struct world *w, struct m *mp)
{
    struct g *gp = mp->curg;

    mp->clock += w->sched->flat ? 1 : COST_EXIT;
    sched_event(w, EV_G_EXIT, 0, 0);
    if (gp->flags & G_LOCKED)
        mp->lockedg = NULL;
    detach(mp);
    g_set_status(w, gp, G_DEAD);
    w->sched->ops->ended(w, gp);
    g_free(w, gp);
}

/* Has the program ended by what a goroutine did? */
static bool
ended_by_g(const struct world *w)
{
    enum gopark_how how = w->end.how;

    return how == END_RETURN || how == END_EXIT || how == END_PANIC ||
           how == END_FATAL || how == END_CHECK;
}

bool
sched_outlive(struct world *w)
{
    struct m *mp = w->sched->cur;

    if (!ended_by_g(w) || mp == NULL || mp->curg == NULL)
        return false;
    memset(&w->end, 0, sizeof w->end);
    mp->curg->task = mp->curg->inner = NULL;
    goexit(w, mp);
    return true;
}

void
sched_yielded(struct world *w, struct m *mp, enum g_yield y)
{
    switch (y) {
    case YIELD_DEFER:
    case YIELD_END:
        break;
    case YIELD_PARK:
        sched_event(w, EV_PARK, 0, mp->curg->reason);
        detach(mp);
        break;
    case YIELD_GOSCHED:
        sched_event(w, EV_YIELD, 0, 0);
        requeue(w, mp, false);
        break;
    case YIELD_PREEMPT:
        w->sched->n.preempts++;
        sched_event(w, EV_PREEMPT, 0, 0);
        mp->p->preempt = false;
        requeue(w, mp, false);
        break;
    case YIELD_GOYIELD:
        requeue(w, mp, true);
        break;
    case YIELD_SYSCALL:
        sched_enter_syscall(w, mp);
        break;
    case YIELD_EXIT:
        goexit(w, mp);
        break;
    }
}

enum gopark_rc
sched_open(struct world *w, const struct task_ops *ops, int nproc,
           struct gopark_err *err)
{
    struct sched *s = heap_alloc(w, sizeof *s);
    struct m *mp;

    if (s == NULL)
        return gopark_fail(err, GOPARK_ENOMEM, "no room for a scheduler");
    memset(s, 0, sizeof *s);
    w->sched = s;
    s->ops = ops;
    s->sysmon.next = -1;
    s->quantum = SCHED_QUANTUM;
    mp = m_new(w);
    if (mp == NULL || !sched_set_procs(w, nproc))
        return gopark_fail(err, GOPARK_ENOMEM, "no room for %d Ps", nproc);
    mp->status = M_RUNNING;
    sched_acquire(w, mp, p_idle_get(s));
    s->cur = mp;
    agent_add(w, mp);
    return GOPARK_OK;
}
