/*
 * history.c - checkpoints of a world: many near the present, few far back.
 *
 * A checkpoint costs time in proportion to the world's size, so a large world
 * is checkpointed less often and re-run further: the interval is chosen so
 * that both cost about the same. When the budget is used up, those go whose
 * absence lengthens a re-run least in proportion to how far back it is; what
 * remains lies at distances that grow like powers of a number a little above
 * one. The first checkpoint, the world as it was opened, always stays.
 *
 * No clock is read: how a session is checkpointed depends on the program only.
 */
#include "world/history.h"

#include <stdlib.h>
#include <string.h>

#include "world/mem.h"
#include "world/pool.h"
#include "world/world.h"

enum {
    INTERVAL_MIN = 2048, /* steps */
    BYTES_A_STEP = 32,   /* of the world, that a step pays for copying */
    MOST = 2048,        /* checkpoints; a search goes through all */
    CAP = MOST + 1,
};

bool
history_init(struct history *h, size_t budget)
{
    memset(h, 0, sizeof *h);
    h->budget = budget;
    h->interval = INTERVAL_MIN;
    h->at = mem_alloc(CAP * sizeof h->at[0]);
    return h->at != NULL;
}

void
history_fini(struct history *h)
{
    for (size_t i = 0; i < h->n; i++)
        snapshot_free(h->at[i].snap);
    mem_free(h->at);
}

/* Pages are shared between checkpoints, so what one of them holds is not what
 * dropping it would free: count the pages themselves. */
size_t
history_bytes(const struct history *h)
{
    return pool_bytes() + h->n * sizeof h->at[0];
}

/* How much checkpoint i is missed if it goes: the longer the way from the one
 * before, and the nearer the present, the more. */
static double
worth(const struct history *h, size_t i, uint64_t now)
{
    uint64_t before = h->at[i - 1].step;
    uint64_t after = i + 1 < h->n ? h->at[i + 1].step : now;
    uint64_t age = now > h->at[i].step ? now - h->at[i].step : 1;

    if (after <= before)
        return 0; /* of another timeline, or the same step again */
    return (double)(after - before) / (double)age;
}

static int
compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The worth below which a third of the checkpoints lies; < 0 on no memory. */
static double
low_worth(const struct history *h, uint64_t now)
{
    double *all = mem_alloc(h->n * sizeof *all), low;

    if (all == NULL)
        return -1;
    for (size_t i = 1; i < h->n; i++)
        all[i - 1] = worth(h, i, now);
    qsort(all, h->n - 1, sizeof *all, compare);
    low = all[(h->n - 1) / 3];
    mem_free(all);
    return low;
}

/* One sweep drops up to a third, never two neighbours, so that no gap more
 * than doubles; the first and the last stay. */
static void
thin(struct history *h, uint64_t now)
{
    while (h->n > 3 && (history_bytes(h) > h->budget || h->n > MOST)) {
        double low = low_worth(h, now);
        size_t kept = 1;
        bool dropped = false;

        for (size_t i = 1; i < h->n; i++) {
            dropped = !dropped && i + 1 < h->n && worth(h, i, now) <= low;
            if (dropped)
                snapshot_free(h->at[i].snap);
            else
                h->at[kept++] = h->at[i];
        }
        if (kept == h->n)
            return;
        h->n = kept;
    }
}

static const struct snapshot *
base(const struct history *h)
{
    return h->n > 0 ? h->at[h->n - 1].snap : NULL;
}

void
history_take(struct history *h, struct world *w, struct moment *after)
{
    struct checkpoint c = { .step = world_steps(w), .after = after };

    if (h->n == CAP || (c.snap = snapshot_take(w, base(h))) == NULL)
        return;
    h->at[h->n++] = c;
    h->interval = w->heap.used / BYTES_A_STEP;
    if (h->interval < INTERVAL_MIN)
        h->interval = INTERVAL_MIN;
    thin(h, c.step);
}

uint64_t
history_due(const struct history *h, const struct world *w)
{
    return world_steps(w) + h->interval;
}
