/*
 * drive.c - the discrete-event simulation: the M with the least clock acts.
 *
 * The Ms that will act are a heap by clock. The driver takes the least (ties
 * fall by choose()) and gives it a turn. During its turn an M acts on its own
 * as long as its clock stays below the gate, the time at which anybody else
 * would be earlier: that is the fast path, sched_may_act().
 *
 * Whether the driver is left between two actions or not must make no
 * difference, or stopping would change the run. Hence two rules: choices are
 * drawn when a turn begins and clocks tie, never when one ends; and an M that
 * was given a turn for a pending operation is granted that one action.
 */
#include "sched/sched.h"

#include <assert.h>

#include "sched/cost.h"

/* --- the gate ---------------------------------------------------------- */

void
drive_close_gate(struct sched *s)
{
    s->gate = INT64_MIN;
}

/* When a timer would wake the M that waits in the network poller (TM-8); -1
 * if none waits there, or somebody already looks for work. */
static int64_t
poller_wakes(const struct sched *s)
{
    return s->npidle > 0 && s->nmspinning == 0 ? timer_next(s) : -1;
}

static int64_t
sooner(int64_t a, int64_t b)
{
    return b >= 0 && b < a ? b : a;
}

/* The time from which mp may no longer act unasked. */
static int64_t
gate_of(const struct sched *s, const struct m *mp)
{
    int64_t gate = INT64_MAX;
    int i, last = s->nagent < 3 ? s->nagent : 3;

    if (s->policy != POLICY_GO || s->watch != NULL ||
        (mp->p != NULL && mp->p->preempt))
        return INT64_MIN;
    for (i = 0; i < last; i++) {
        if (s->agent[i] != mp)
            gate = sooner(gate, s->agent[i]->clock);
    }
    gate = sooner(gate, s->sysmon.next);
    gate = sooner(gate, poller_wakes(s));
    return s->max_time > 0 ? sooner(gate, s->max_time) : gate;
}

/* Only sysmon is due: its tick needs nobody to give way. */
static bool
sysmon_due(const struct sched *s, const struct m *mp)
{
    int i, last = s->nagent < 3 ? s->nagent : 3;
    int64_t t = s->sysmon.next, wake = poller_wakes(s);

    if (t < 0 || t > mp->clock || (wake >= 0 && wake < t))
        return false;
    for (i = 0; i < last; i++) {
        if (s->agent[i] != mp && s->agent[i]->clock < t)
            return false;
    }
    return true;
}

/* Does the M that acts keep its turn? If not, s->yield says why. */
bool
drive_keeps_turn(struct world *w)
{
    struct sched *s = w->sched;
    struct m *mp = s->cur;
    bool granted = s->granted;

    s->granted = false;
    s->yield = YIELD_DEFER;
    if (w->end.how != END_NOT) {
        s->yield = YIELD_END;
        return false;
    }
    while (w->steps < w->stop_at) {
        if (mp->p != NULL && mp->p->preempt) {
            s->yield = YIELD_PREEMPT;
            return false;
        }
        s->gate = gate_of(s, mp);
        if (granted || mp->clock < s->gate)
            return true;
        if (s->gate == INT64_MIN || !sysmon_due(s, mp))
            return false;
        sysmon_tick(w);
    }
    s->granted = granted;
    return false;
}

bool
drive_may_act_slow(struct world *w)
{
    if (!drive_keeps_turn(w))
        return false;
    if (w->sched->policy != POLICY_EXPLORE)
        w->steps++; /* an explorer counts transitions */
    w->sched->cur->curg->ops++;
    return true;
}

/* For a place that cannot come back to the driver: has the program ended, or
 * does it end here because a limit is reached? */
bool
drive_overrun(struct world *w)
{
    struct sched *s = w->sched;

    if (w->end.how != END_NOT)
        return true;
    if (s->max_time > 0 && s->cur->clock >= s->max_time)
        sched_end(w, END_TIME, 4);
    else if (s->max_steps > 0 && w->steps >= s->max_steps)
        sched_end(w, END_STEPS, 4);
    return w->end.how != END_NOT;
}

/* --- turns ------------------------------------------------------------- */

static void
note_time(struct sched *s, int64_t t)
{
    if (t > s->now)
        s->now = t;
}

/* Come back in the middle of a turn. The next run goes on with it. */
static void
cut_turn(struct sched *s, enum sched_cut why)
{
    s->paused = s->cur;
    s->paused_why = why;
    s->paused_granted = s->granted;
    s->paused_gate = s->gate;
}

/* The M that acts goes on until another is earlier or it has no work. */
static void
go_on(struct world *w)
{
    struct sched *s = w->sched;
    struct m *mp = s->cur;
    enum g_yield y;

    while (mp->heap >= 0) {
        if (mp->curg == NULL && !sched_schedule(w, mp))
            break;
        y = s->ops->resume(w, mp->curg);
        if (y == YIELD_DEFER && s->granted && w->steps >= w->stop_at &&
            s->paused == NULL)
            cut_turn(s, CUT_GRANT);
        s->granted = false;
        sched_yielded(w, mp, y);
        if (y == YIELD_DEFER || y == YIELD_SYSCALL || y == YIELD_END ||
            mp->clock >= s->gate || w->steps >= w->stop_at)
            break;
    }
    if (mp->heap >= 0)
        agent_later(s, mp);
    /* The clock of an M in a system call is when that will end. */
    note_time(s, mp->clock - (mp->status == M_SYSCALL ? mp->sysdur : 0));
}

/* mp, the earliest, has its turn. */
static void
turn(struct world *w, struct m *mp)
{
    struct sched *s = w->sched;

    s->cur = mp;
    s->gate = gate_of(s, mp);
    s->granted = mp->curg != NULL && mp->status != M_SYSCALL &&
                 mp->clock >= s->gate; /* below it nothing is asked */
    if (mp->status == M_SYSCALL)
        sched_exit_syscall(w, mp);
    go_on(w);
}

void
drive_pause(struct world *w)
{
    struct sched *s = w->sched;

    cut_turn(s, CUT_PROBE);
    s->yield = YIELD_DEFER;
    w->host.stop = 1;
}

void
drive_stopped(struct world *w)
{
    if (w->steps >= w->stop_at && w->end.how == END_NOT)
        cut_turn(w->sched, CUT_COUNT);
}

bool
drive_stop_is_first(struct world *w)
{
    if (w->steps < w->stop_at || w->end.how != END_NOT)
        return false;
    w->sched->yield = YIELD_DEFER;
    cut_turn(w->sched, CUT_DUE);
    return true;
}

/* The turn that was cut in two goes on: no choice is drawn. */
static void
resume_turn(struct world *w)
{
    struct sched *s = w->sched;
    struct m *mp = s->paused;

    if ((s->paused_why == CUT_COUNT || s->paused_why == CUT_DUE) &&
        w->steps >= w->stop_at)
        return;
    s->cur = mp;
    s->paused = NULL;
    s->gate = s->paused_gate;
    s->granted = s->paused_granted;
    if (s->paused_why == CUT_COUNT && mp->curg != NULL &&
        mp->clock >= s->gate && !drive_keeps_turn(w)) {
        sched_yielded(w, mp, s->yield);
        if (mp->heap >= 0)
            agent_later(s, mp);
        note_time(s, mp->clock);
        return;
    }
    go_on(w);
}

/* The Ms whose clock is least, in order of number. */
static int
collect_ties(const struct sched *s, struct m **tie, int max)
{
    int todo[128], ntodo = 1, n = 0, i;

    todo[0] = 0;
    while (ntodo > 0 && n < max) {
        int at = todo[--ntodo];

        if (at >= s->nagent || s->agent[at]->clock != s->agent[0]->clock)
            continue;
        for (i = n++; i > 0 && tie[i - 1]->id > s->agent[at]->id; i--)
            tie[i] = tie[i - 1];
        tie[i] = s->agent[at];
        if (ntodo + 2 <= 128) {
            todo[ntodo++] = 2 * at + 1;
            todo[ntodo++] = 2 * at + 2;
        }
    }
    return n;
}

static struct m *
pick(struct world *w)
{
    struct sched *s = w->sched;
    struct m *tie[64];
    int n;

    if (s->policy == POLICY_RANDOM)
        return s->agent[choose(w, CHOOSE_POLICY, (uint32_t)s->nagent)];
    n = collect_ties(s, tie, 64);
    return tie[choose(w, CHOOSE_AGENT, (uint32_t)n)];
}

/* The M in the network poller wakes for a timer and looks for it. */
static void
poller_wake(struct world *w, int64_t t)
{
    struct sched *s = w->sched;

    note_time(s, t);
    s->cur = sched_startm(w, p_idle_get(s), true, t);
}

/* Nobody can run, and no timer will come. That is a deadlock, unless somebody
 * outside holds back one that could: Go's program would just wait for it. */
static void
nobody_left(struct world *w)
{
    struct sched *s = w->sched;

    s->cur = NULL;
    if (sched_stalled(w) != NULL)
        sched_end(w, END_STALLED, 4);
    else
        sched_end(w, s->live == s->hidden ? END_NO_GS : END_DEADLOCK, 2);
}

/* Let whatever is earliest happen; false if a limit ends the program. */
static bool
next_event(struct world *w)
{
    struct sched *s = w->sched;
    int64_t wake = poller_wakes(s), least;

    if (s->nagent == 0 && wake < 0) {
        nobody_left(w);
        return false;
    }
    least = s->nagent > 0 ? s->agent[0]->clock : INT64_MAX;
    least = sooner(least, wake);
    if (s->nagent > 0 && s->sysmon.next >= 0 && s->sysmon.next <= least) {
        s->cur = s->agent[0];
        sysmon_tick(w);
    } else if (s->max_time > 0 && least >= s->max_time) {
        note_time(s, s->max_time);
        s->cur = NULL;
        sched_end(w, END_TIME, 4);
        return false;
    } else if (wake >= 0 && wake <= least) {
        if (s->npidle == s->nproc) /* all this time it sleeps, too (SCH-60) */
            s->sysmon.next = -1;
        poller_wake(w, wake);
    } else {
        turn(w, pick(w));
    }
    return true;
}

/* Act until w->stop_at, the end, or a request to stop. */
void
drive_run(struct world *w)
{
    struct sched *s = w->sched;
    uint64_t stop_at = w->stop_at;

    if (s->max_steps > 0 && s->max_steps < stop_at)
        w->stop_at = s->max_steps;
    if (s->paused != NULL)
        resume_turn(w);
    while (w->end.how == END_NOT && w->steps < w->stop_at && !w->host.stop) {
        if (s->policy == POLICY_EXPLORE) {
            if (!s->explore.next(w))
                break;
        } else if (!next_event(w)) {
            break;
        }
        if (s->watch != NULL && !s->watch(w))
            break;
        if (w->host.check != NULL)
            w->host.check(w);
    }
    if (w->end.how == END_NOT && s->max_steps > 0 && w->steps >= s->max_steps)
        sched_end(w, END_STEPS, 4);
}

/* --- the explorer's turn ------------------------------------------------ */

enum { FUEL = 4 * 1000 * 1000 }; /* instructions between two operations */

static void
leave_m(struct world *w, struct m *mp)
{
    struct sched *s = w->sched;
    struct g *gp = mp->curg;

    agent_remove(s, mp);
    mp->status = M_IDLE;
    mp->p = mp->oldp = NULL;
    mp->pause_p = NULL;
    mp->curg = mp->pause_g = NULL;
    if (gp == NULL)
        return;
    gp->m = NULL;
    g_set_status(w, gp, G_RUNNABLE);
    globq_put(s, gp);
}

static void
leave_p(struct sched *s, struct p *pp)
{
    bool inherit;
    struct g *gp;

    while ((gp = runq_get(pp, &inherit)) != NULL)
        globq_put(s, gp);
    p_idle_put(s, pp);
}

void
drive_take_over(struct world *w)
{
    struct sched *s = w->sched;
    int i;

    if (s->policy == POLICY_EXPLORE)
        return;
    for (i = 0; i < s->nm; i++) {
        leave_m(w, s->allm[i]);
        s->allm[i]->idle_next = i + 1 < s->nm ? s->allm[i + 1] : NULL;
    }
    s->midle = s->allm[0]->idle_next;
    s->pidle = NULL;
    s->npidle = s->nmspinning = 0;
    for (i = s->nproc - 1; i >= 0; i--)
        leave_p(s, s->allp[i]);
    s->needspinning = false;
    s->policy = POLICY_EXPLORE;
    s->cur = s->allm[0];
    s->cur->status = M_RUNNING;
    sched_acquire(w, s->cur, p_idle_get(s));
    s->sysmon.next = -1;
}

void
drive_give_back(struct world *w)
{
    struct sched *s = w->sched;
    struct g *gp;

    s->policy = POLICY_GO;
    s->cur = s->allm[0];
    s->globq.head = s->globq.tail = NULL;
    s->globq.n = 0;
    for (gp = s->first; gp != NULL; gp = gp->next) {
        if (gp->status == G_RUNNABLE && !(gp->flags & G_STALLED))
            globq_put(s, gp);
    }
    agent_add(w, s->cur);
    sysmon_wake(s, s->now);
    sched_wakep(w, s->now);
}

enum g_yield
drive_exec(struct world *w, struct g *gp, bool act)
{
    struct sched *s = w->sched;
    struct m *mp = s->allm[0];
    enum g_yield y;

    assert(s->policy == POLICY_EXPLORE && gp->status == G_RUNNABLE);
    s->cur = mp;
    mp->clock = s->now;
    mp->curg = gp;
    gp->m = mp;
    g_set_status(w, gp, G_RUNNING);
    s->gate = INT64_MIN;
    s->granted = act;
    s->explore.fuel = FUEL;
    y = s->ops->resume(w, gp);
    s->granted = false;
    s->explore.force = 0;
    if (y == YIELD_PARK || y == YIELD_EXIT || y == YIELD_END) {
        sched_yielded(w, mp, y);
    } else {
        g_set_status(w, gp, G_RUNNABLE);
        mp->curg = NULL;
        gp->m = NULL;
        if (y != YIELD_DEFER)
            globq_put(s, gp);
    }
    mp->clock = s->now;
    return y;
}

/* --- invariants -------------------------------------------------------- */

static uint32_t
check_p(const struct sched *s, const struct p *pp)
{
    uint32_t i, n = pp->tail - pp->head;

    assert(n <= RUNQ_SIZE);
    for (i = pp->head; i != pp->tail; i++)
        assert(pp->runq[i % RUNQ_SIZE]->status == G_RUNNABLE);
    assert(pp->runnext == NULL || pp->runnext->status == G_RUNNABLE);
    assert(pp->status != P_IDLE || runq_empty(pp));
    assert((pp->status == P_RUNNING) == (pp->m != NULL) ||
           pp->status == P_SYSCALL);
    assert(pp->m == NULL || pp->m->p == pp);
    (void)s;
    return n + (pp->runnext != NULL);
}

static void
check_g(const struct sched *s, const struct g *gp)
{
    bool has_m = gp->status == G_RUNNING || gp->status == G_SYSCALL;

    assert((gp->status == G_WAITING) == (gp->reason != WAIT_NONE));
    assert(has_m == (gp->m != NULL));
    assert(!has_m || gp->m->curg == gp);
    assert(gp->next == NULL || gp->next->id > gp->id);
    (void)s;
}

/* The heap of Ms is in order, but for the one whose turn it is. */
static void
check_agent(const struct sched *s, const struct m *mp, const struct m *above)
{
    assert(mp == s->cur || above == s->cur || !agent_earlier(mp, above));
}

/* Assert G1-G3 and those of Ps and queues. */
void
sched_check(const struct world *w)
{
    const struct sched *s = w->sched;
    const struct g *gp;
    uint32_t queued = s->globq.n, runnable = 0, live = 0;
    int i;

    for (i = 0; i < s->nmade; i++)
        queued += check_p(s, s->allp[i]);
    for (gp = s->first; gp != NULL; gp = gp->next) {
        check_g(s, gp);
        runnable += gp->status == G_RUNNABLE && !(gp->flags & G_STALLED);
        live++;
    }
    assert(live == s->live);
    assert(queued == runnable || s->policy == POLICY_EXPLORE);
    for (i = 1; i < s->nagent; i++)
        check_agent(s, s->agent[i], s->agent[(i - 1) / 2]);
}
