/*
 * sched.c - who runs next on an M: schedule, findrunnable, park, ready.
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

enum { MAX_MS = 10000 }; /* debug.SetMaxThreads (GS-37) */

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

/* --- idle lists -------------------------------------------------------- */

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

static struct m *
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

static void
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

/* One more searcher, unless there is one (SCH-40). */
void
sched_wakep(struct world *w, int64_t t)
{
    struct sched *s = w->sched;

    if (s->nmspinning > 0 || s->policy == POLICY_EXPLORE)
        return;
    if (s->npidle == 0) {
        s->needspinning = true;
        return;
    }
    sched_startm(w, p_idle_get(s), true, t + COST_WAKE);
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

/* --- finding work (SCH-31) --------------------------------------------- */

static int
gcd(int a, int b)
{
    return b == 0 ? a : gcd(b, a % b);
}

/* A random number coprime to n: stepping by it visits each P once (SCH-32). */
static int
choose_stride(struct world *w, int n)
{
    int all[256], k = 0, i;

    for (i = 1; i <= n; i++) {
        if (gcd(i, n) == 1)
            all[k++] = i;
    }
    return all[choose(w, CHOOSE_STRIDE, (uint32_t)k)];
}

/* runnext of a P that runs may be taken only after 3 us in which the P had
 * its chance (SCH-27): note what was seen, and come back. */
static struct g *
take_runnext(struct m *mp, struct p *victim, bool may_pause)
{
    struct g *gp = victim->runnext;

    if (gp == NULL)
        return NULL;
    if (victim->status == P_RUNNING) {
        if (may_pause && mp->pause_p == NULL) {
            mp->pause_p = victim;
            mp->pause_g = gp;
            mp->clock += COST_STEAL_WAIT;
        }
        return NULL;
    }
    victim->runnext = NULL;
    return gp;
}

static struct g *
steal_from(struct world *w, struct m *mp, struct p *victim, bool last,
           bool may_pause)
{
    bool inherit;

    mp->looks_at = victim->id;
    if (last && timer_run(w, victim, mp->clock) && !runq_empty(mp->p))
        return runq_get(mp->p, &inherit);
    if (victim->status == P_IDLE || victim->status == P_DEAD)
        return NULL;
    if (victim->head != victim->tail)
        return runq_steal(w, mp->p, victim);
    return last ? take_runnext(mp, victim, may_pause) : NULL;
}

static struct g *
steal_work(struct world *w, struct m *mp, bool may_pause)
{
    struct sched *s = w->sched;
    int n = s->nproc, i, pass;
    int at = (int)choose(w, CHOOSE_STEAL, (uint32_t)n);
    int stride = choose_stride(w, n);

    for (pass = 0; pass < 2; pass++) {
        for (i = 0; i < n; i++, at = (at + stride) % n) {
            struct p *victim = s->allp[at];
            struct g *gp;

            if (victim == mp->p)
                continue;
            gp = steal_from(w, mp, victim, pass == 1, may_pause);
            if (gp != NULL || mp->pause_p != NULL)
                return gp;
        }
    }
    return NULL;
}

static struct g *
after_pause(struct m *mp)
{
    struct p *victim = mp->pause_p;
    struct g *gp = mp->pause_g;

    mp->pause_p = NULL;
    mp->pause_g = NULL;
    if (victim->runnext != gp)
        return NULL;
    victim->runnext = NULL;
    return gp;
}

static void
become_spinning(struct world *w, struct m *mp)
{
    if (mp->status == M_SPINNING)
        return;
    mp->status = M_SPINNING;
    w->sched->nmspinning++;
    sched_event_of(w, mp, mp->clock, EV_SPIN, 0, 0);
}

/* Work for mp's P from its own queues or the global one. */
static struct g *
find_local(struct world *w, struct m *mp, bool *inherit)
{
    struct sched *s = w->sched;
    struct p *pp = mp->p;
    struct g *gp;

    timer_run(w, pp, mp->clock);
    *inherit = false;
    if (pp->schedtick % 61 == 0 && s->globq.n > 0)
        return globq_get(s, pp, 1);
    gp = runq_get(pp, inherit);
    if (gp == NULL && s->globq.n > 0)
        gp = globq_get(s, pp, 0);
    return gp;
}

/* A G to run, or NULL: mp has parked, or comes back after a pause. */
static struct g *
findrunnable(struct world *w, struct m *mp, bool *inherit)
{
    struct sched *s = w->sched;
    bool paused = mp->pause_p != NULL;
    struct g *gp;

    *inherit = false;
    if (paused && (gp = after_pause(mp)) != NULL)
        return gp;
    for (;;) {
        if ((gp = find_local(w, mp, inherit)) != NULL)
            return gp;
        if (mp->status == M_SPINNING ||
            2 * s->nmspinning < s->nproc - s->npidle) {
            become_spinning(w, mp);
            if (s->nproc > 1 && (gp = steal_work(w, mp, !paused)) != NULL)
                return gp;
            if (mp->pause_p != NULL)
                return NULL;
        }
        if (!s->needspinning || mp->status == M_SPINNING)
            break;
        s->needspinning = false;
        become_spinning(w, mp);
    }
    sched_release(w, mp);
    m_park(w, mp);
    return NULL;
}

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
    mp->clock += COST_SWITCH;
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

/* gp may run on its own M only: give that M the P, and park (SCH-72). */
static void
start_locked(struct world *w, struct m *mp, struct g *gp, struct m *own)
{
    struct p *pp = mp->p;

    mp->p = NULL;
    m_park(w, mp);
    if (own->clock < mp->clock)
        own->clock = mp->clock;
    own->status = M_RUNNING;
    sched_acquire(w, own, pp);
    agent_add(w, own);
    runq_put(w->sched, pp, gp, true);
}

/* The M's G is locked to it and cannot run: hand the P away, sleep. */
static bool
stop_locked(struct world *w, struct m *mp)
{
    struct p *pp = mp->p;

    if (pp->runnext == mp->lockedg)
        return false;
    mp->p = NULL;
    m_park(w, mp);
    sched_handoff(w, pp, mp->clock);
    return true;
}

/* Find a G for mp and put it on. false: mp has none now. */
bool
sched_schedule(struct world *w, struct m *mp)
{
    struct sched *s = w->sched;
    struct m *own;
    struct g *gp;
    bool inherit;

    if (mp->lockedg != NULL && stop_locked(w, mp))
        return false;
    gp = findrunnable(w, mp, &inherit);
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

    mp->clock += COST_EXIT;
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
    mp = m_new(w);
    if (mp == NULL || !sched_set_procs(w, nproc))
        return gopark_fail(err, GOPARK_ENOMEM, "no room for %d Ps", nproc);
    mp->status = M_RUNNING;
    sched_acquire(w, mp, p_idle_get(s));
    s->cur = mp;
    agent_add(w, mp);
    return GOPARK_OK;
}
