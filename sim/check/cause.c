#include "check/cause.h"

#include <string.h>

#include "check/markvisit.h"

/* Which of the n what gp has leads to, as bits; gp itself is not one. */
static uint64_t
reached_from(struct mark *m, struct g *const *g, int n, int of)
{
    struct markset keep;
    uint32_t first = m->nlive, i;
    uint64_t found = 0;
    int k;

    if (!markset_copy(&keep, &m->set))
        return 0;
    mark_g(m, g[of]);
    mark_drain(m);
    for (i = first; i < m->nlive; i++) {
        for (k = 0; k < n; k++) {
            if (k != of && g[k] == m->live[i])
                found |= UINT64_C(1) << k;
        }
    }
    m->nlive = first;
    markset_free(&m->set);
    m->set = keep;
    return found;
}

/* The first of those left that none of those left comes before; or, in a
 * circle, the first. */
static int
next_of(const uint64_t *before, uint64_t left, int n)
{
    int i, first = -1;

    for (i = 0; i < n; i++) {
        if (!(left >> i & 1))
            continue;
        if (first < 0)
            first = i;
        if ((before[i] & left) == 0)
            return i;
    }
    return first;
}

void
cause_order(struct mark *m, struct g **g, int n)
{
    uint64_t before[CAUSE_MAX] = { 0 }, left = 0, to;
    struct g *was[CAUSE_MAX];
    int i, k;

    if (n < 2 || n > CAUSE_MAX)
        return;
    memcpy(was, g, (size_t)n * sizeof *was);
    for (i = 0; i < n; i++) {
        left |= UINT64_C(1) << i;
        to = reached_from(m, was, n, i);
        for (k = 0; k < n; k++)
            before[k] |= (to >> k & 1) << i;
    }
    for (i = 0; i < n; i++) {
        k = next_of(before, left, n);
        g[i] = was[k];
        left &= ~(UINT64_C(1) << k);
    }
}
