/*
 * lockorder.c - cycles in the order in which locks are taken (LO-3).
 *
 * Each goroutine of a cycle has asked for the lock that the next one held.
 * That can become a deadlock only if they are different goroutines, no lock
 * was held by two of them at once, at no place two readers meet, and none of
 * it was over before another began.
 */
#include <string.h>

#include "check/lockwatch.h"

struct search {
    const struct lockwatch *lw;
    struct cycle c;
    lockorder_fn *each;
    void *ctx;
};

static bool
share_a_lock(const struct lockset *x, const struct lockset *y)
{
    int i;

    for (i = 0; i < x->n; i++) {
        if (lockset_has(y, x->lock[i]))
            return true;
    }
    return false;
}

/* Did x come before y by fork and join? */
static bool
comes_before(const struct order *x, const struct order *y)
{
    return x->seen != NULL && y->seen != NULL && x->g != y->g &&
           y->seen[x->g - 1] >= x->clock;
}

static bool
goes_with(const struct search *s, const struct order *x)
{
    int i;

    for (i = 0; i < s->c.n; i++) {
        const struct order *y = s->c.at[i];

        if (x->g == y->g || share_a_lock(&x->gates, &y->gates) ||
            comes_before(x, y) || comes_before(y, x))
            return false;
    }
    return true;
}

/* Two readers do not exclude each other. */
static bool
meets(const struct order *x, const struct order *next)
{
    return x->b == next->a && !(x->bread && next->aread);
}

/* A cycle is found from each of its members: keep the one that begins with
 * the first order, and one of those that differ only in goroutines. */
static void
found(struct search *s)
{
    int i;

    for (i = 1; i < s->c.n; i++) {
        if (s->c.at[i] < s->c.at[0])
            return;
    }
    s->each(s->ctx, &s->c);
}

static void
extend(struct search *s)
{
    const struct order *last = s->c.at[s->c.n - 1], *x = s->lw->orders.at;
    int i;

    if (s->c.n > 1 && meets(last, s->c.at[0])) {
        found(s);
        return;
    }
    for (i = 0; i < s->lw->orders.n && s->c.n < CYCLE_MAX; i++) {
        if (!meets(last, &x[i]) || !goes_with(s, &x[i]))
            continue;
        s->c.at[s->c.n++] = &x[i];
        extend(s);
        s->c.n--;
    }
}

void
lockorder_cycles(const struct lockwatch *lw, lockorder_fn *each, void *ctx)
{
    struct search s = { .lw = lw, .each = each, .ctx = ctx };
    const struct order *x = lw->orders.at;
    int i;

    for (i = 0; i < lw->orders.n; i++) {
        s.c.at[0] = &x[i];
        s.c.n = 1;
        extend(&s);
    }
}
