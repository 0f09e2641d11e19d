/*
 * sysmon.c - the monitor that runs beside everything, without a P (SCH-60).
 *
 * It looks every 20 us, and less often the less it finds to do, down to every
 * 10 ms. It asks Gs that have had 10 ms to yield, and takes Ps away from Ms
 * that stay in a system call.
 */
#include "sched/sched.h"

#include "sched/cost.h"

enum {
    TICK_MIN = 20 * 1000,
    TICK_MAX = 10 * 1000 * 1000,
    IDLE_ROUNDS = 50,
};

void
sysmon_wake(struct sched *s, int64_t t)
{
    s->sysmon.idle = 0;
    s->sysmon.delay = TICK_MIN;
    s->sysmon.next = t + TICK_MIN;
    if (s->sysmon.next < s->gate)
        s->gate = s->sysmon.next;
}

/* A P in a system call: taken if it has work, or nobody else would look for
 * some, or after 10 ms (SCH-53). */
static bool
retake_syscall(struct world *w, struct p *pp, int64_t now)
{
    struct sched *s = w->sched;

    if (pp->seen.syscalltick != pp->syscalltick) {
        pp->seen.syscalltick = pp->syscalltick;
        pp->seen.syscallwhen = now;
        return false;
    }
    if (runq_empty(pp) && s->nmspinning + s->npidle > 0 &&
        now < pp->seen.syscallwhen + SCHED_QUANTUM)
        return false;
    sched_handoff(w, sched_retake(w, pp, now), now);
    return true;
}

static void
retake_running(struct world *w, struct p *pp, int64_t now)
{
    const struct sched *s = w->sched;

    if (pp->seen.schedtick != pp->schedtick) {
        pp->seen.schedtick = pp->schedtick;
        pp->seen.schedwhen = now;
    } else if (now >= pp->seen.schedwhen + s->quantum && pp->m->curg != NULL) {
        pp->preempt = true;
        if (pp->m == w->sched->cur)
            drive_close_gate(w->sched);
    }
}

static bool
retake(struct world *w, int64_t now)
{
    struct sched *s = w->sched;
    bool any = false;
    int i;

    for (i = 0; i < s->nproc; i++) {
        struct p *pp = s->allp[i];

        if (pp->status == P_RUNNING)
            retake_running(w, pp, now);
        else if (pp->status == P_SYSCALL)
            any |= retake_syscall(w, pp, now);
    }
    return any;
}

/* A timer is overdue and a P is idle: somebody should look (SCH-61). */
static void
start_for_timer(struct world *w, int64_t now)
{
    struct sched *s = w->sched;
    int64_t next = timer_next(s);

    if (next >= 0 && next < now && s->npidle > 0 && s->nmspinning == 0)
        sched_startm(w, p_idle_get(s), true, now);
}

void
sysmon_tick(struct world *w)
{
    struct sched *s = w->sched;
    int64_t now = s->sysmon.next;
    int64_t most = s->quantum < TICK_MAX ? s->quantum : TICK_MAX;

    if (now > s->now)
        s->now = now;
    if (s->npidle == s->nproc) {
        s->sysmon.next = -1;
        return;
    }
    sched_event_of(w, NULL, now, EV_SYSMON, 0, s->sysmon.delay);
    start_for_timer(w, now);
    if (retake(w, now)) {
        s->sysmon.idle = 0;
        s->sysmon.delay = TICK_MIN;
    } else if (++s->sysmon.idle > IDLE_ROUNDS) {
        s->sysmon.delay *= 2;
        if (s->sysmon.delay > most)
            s->sysmon.delay = most;
    }
    s->sysmon.next = now + s->sysmon.delay;
}
