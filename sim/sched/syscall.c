/*
 * syscall.c - blocking system calls, and what becomes of the P (SCH-50..53).
 *
 * Entering keeps the P attached, so that a short call costs nothing; sysmon
 * takes it away from a long one. Coming back without it, the G takes an idle
 * P or queues up globally, and its M parks.
 */
#include "sched/sched.h"

#include "sched/cost.h"

/* The M comes back when its clock is least again. */
void
sched_enter_syscall(struct world *w, struct m *mp)
{
    struct p *pp = mp->p;

    g_set_status(w, mp->curg, G_SYSCALL);
    mp->status = M_SYSCALL;
    pp->status = P_SYSCALL;
    pp->syscalltick++;
    mp->clock += mp->sysdur;
}

static bool
take_idle(struct world *w, struct m *mp)
{
    struct sched *s = w->sched;
    struct p **at;

    for (at = &s->pidle; *at != NULL; at = &(*at)->idle_next) {
        if (*at == mp->oldp) {
            *at = mp->oldp->idle_next;
            s->npidle--;
            sched_acquire(w, mp, mp->oldp);
            return true;
        }
    }
    if (s->pidle == NULL)
        return false;
    sched_acquire(w, mp, p_idle_get(s));
    return true;
}

static void
lost_its_p(struct world *w, struct m *mp)
{
    struct sched *s = w->sched;
    struct g *gp = mp->curg;

    g_set_status(w, gp, G_RUNNABLE);
    mp->curg = NULL;
    gp->m = NULL;
    mp->status = M_IDLE;
    mp->oldp = NULL;
    agent_remove(s, mp);
    if (mp->lockedg == NULL) {
        mp->idle_next = s->midle;
        s->midle = mp;
    }
    if (!(gp->flags & G_STALLED))
        globq_put(s, gp);
}

void
sched_exit_syscall(struct world *w, struct m *mp)
{
    bool kept = mp->p != NULL;

    sched_event(w, EV_SYSRET, 0, kept);
    if (kept) {
        mp->p->status = P_RUNNING;
        mp->p->syscalltick++;
    } else if (!take_idle(w, mp)) {
        lost_its_p(w, mp);
        return;
    }
    mp->status = M_RUNNING;
    g_set_status(w, mp->curg, G_RUNNING);
    if (mp->curg->flags & G_STALLED)
        sched_yielded(w, mp, YIELD_PREEMPT);
}
