/*
 * lockclock.c - who knows of whom, by fork and join alone (LO-3).
 *
 * A vector clock for each goroutine: what `go` hands down, and what those who
 * wait for a group get from those who counted it down. Locks do not count:
 * that one critical section came after another is chance.
 */
#include "check/lockwatch.h"

uint32_t *
lockclock_of(struct lockwatch *lw, uint32_t g)
{
    return g >= 1 && g <= LOCKWATCH_GS ? lw->known[g - 1] : NULL;
}

static void
learn(uint32_t *to, const uint32_t *from)
{
    int i;

    for (i = 0; to != NULL && from != NULL && i < LOCKWATCH_GS; i++) {
        if (to[i] < from[i])
            to[i] = from[i];
    }
}

void
lockclock_tick(struct lockwatch *lw, uint32_t g)
{
    uint32_t *k = lockclock_of(lw, g);

    if (k != NULL)
        k[g - 1]++;
}

void
lockclock_go(struct lockwatch *lw, const struct gopark_event *e)
{
    lockclock_tick(lw, e->g);
    learn(lockclock_of(lw, (uint32_t)e->value), lockclock_of(lw, e->g));
    lockclock_tick(lw, (uint32_t)e->value);
}

bool
lockclock_wg(struct lockwatch *lw, const struct gopark_event *e)
{
    struct wgclock *c = list_put(&lw->groups, sizeof *c, e->object);
    bool down = c != NULL && e->value < c->count;

    if (c != NULL) {
        c->count = e->value;
        learn(c->known, lockclock_of(lw, e->g));
    }
    lockclock_tick(lw, e->g);
    lw->last_wg = e->object;
    lw->last_wg_g = e->g;
    return down;
}

/* Whoever waited for the group knows what all that counted it down knew. */
void
lockclock_ready(struct lockwatch *lw, const struct gopark_event *e)
{
    const struct wgclock *c;

    if (lw->last_wg == 0 || lw->last_wg_g != e->g)
        return;
    c = list_find(&lw->groups, sizeof *c, lw->last_wg);
    if (c != NULL)
        learn(lockclock_of(lw, (uint32_t)e->value), c->known);
}
