/*
 * extensions.c - how many schedules are the same execution.
 *
 * They are the linear extensions of its order. Counted over the sets of
 * transitions that can have been done so far, one size after the other: each
 * such set is reached in as many ways as all sets that lack one of it.
 */
#include <stdlib.h>
#include <string.h>

#include "check/order.h"

enum { SLOTS = 1 << 12, SETS_MOST = 3000 };

struct level {
    struct {
        uint64_t set;
        double ways; /* 0: an empty slot */
    } at[SLOTS];
    int n;
};

static bool
add(struct level *lv, uint64_t set, double ways)
{
    uint64_t i = (set * UINT64_C(0x9e3779b97f4a7c15)) >> 40;

    for (;; i++) {
        i &= SLOTS - 1;
        if (lv->at[i].ways == 0) {
            if (++lv->n > SETS_MOST)
                return false;
            lv->at[i].set = set;
        } else if (lv->at[i].set != set) {
            continue;
        }
        lv->at[i].ways += ways;
        return true;
    }
}

/* All sets with one transition more. */
static bool
grow(const struct order *o, size_t n, const struct level *from,
     struct level *to)
{
    memset(to, 0, sizeof *to);
    for (int i = 0; i < SLOTS; i++) {
        uint64_t set = from->at[i].set;

        if (from->at[i].ways == 0)
            continue;
        for (size_t k = 0; k < n; k++)
            if (!(set >> k & 1) &&
                (o->bits.at[o->row.at[k]] & ~set) == 0 &&
                !add(to, set | UINT64_C(1) << k, from->at[i].ways))
                return false;
    }
    return true;
}

double
order_extensions(const struct order *o, size_t n)
{
    struct level *lv, *next;
    double ways = -1;
    bool ok;

    if (n > 64)
        return -1;
    lv = calloc(2, sizeof *lv);
    if (lv == NULL)
        return -1;
    next = lv + 1;
    ok = add(lv, 0, 1);
    for (size_t k = 0; ok && k < n; k++) {
        struct level *was = k % 2 == 0 ? lv : next;

        ok = grow(o, n, was, k % 2 == 0 ? next : lv);
    }
    for (int i = 0; ok && i < SLOTS; i++)
        if ((n % 2 == 0 ? lv : next)->at[i].ways > 0)
            ways = (n % 2 == 0 ? lv : next)->at[i].ways;
    free(lv);
    return ways;
}
