/*
 * find.c - finding work for a P: its own queues, the global one, and those of
 * others (SCH-31). lesson: findrunnable
 */
#include "sched/sched.h"

#include "sched/cost.h"

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
struct g *
sched_findrunnable(struct world *w, struct m *mp, bool *inherit)
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
