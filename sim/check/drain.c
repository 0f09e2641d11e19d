#include "check/drain.h"

#include "sched/sched.h"

/*
 * A goroutine that computes for ever would take long to reach the limit of
 * virtual time, so there is one for the work that may be done, too: some
 * tenths of a second on any machine. What it cuts off counts as still running.
 */
enum {
    DRAIN_STEPS = 2 * 1000 * 1000, /* actions */
    DRAIN_TICKS = 50 * 1000,       /* of these, stretches of computing */
    DRAIN_SLICE = 10 * 1000,       /* actions between two looks at these */
};
#define DRAIN_TIME INT64_C(1000000000) /* ns */

/* Run on to the end, or until nothing more may be done: false. */
static bool
go_on(struct world *w, uint64_t steps, uint64_t ticks)
{
    uint64_t before;

    do {
        before = w->steps;
        world_run(w, before + DRAIN_SLICE, NULL);
        if (w->end.how != END_NOT)
            return true;
    } while (w->steps > before && w->steps < steps && w->ticks < ticks);
    return false;
}

void
drain_run(struct world *w)
{
    struct sched *s = w->sched;
    uint64_t steps = w->steps + DRAIN_STEPS, ticks = w->ticks + DRAIN_TICKS;

    s->max_steps = 0;
    s->max_time = s->now + DRAIN_TIME;
    while (sched_outlive(w) && go_on(w, steps, ticks))
        ;
}
