/*
 * order.h - which transitions of a path happen before which (MODEL-7), and
 * the races in it: what else could have come first.
 */
#ifndef GOPARK_CHECK_ORDER_H
#define GOPARK_CHECK_ORDER_H

#include "check/offer.h"

/* Row i has a bit for each earlier transition that happens before i. */
struct order {
    VEC(uint64_t) bits;
    VEC(size_t) row;     /* where row i begins */
    VEC(uint64_t) past, after; /* scratch of order_races() */
};

void order_free(struct order *o);
/* Append the row of path[n - 1]. False: no memory. */
bool order_push(struct order *o, const struct offers *of,
                const struct trans *path, size_t n);
void order_truncate(struct order *o, size_t n);

static inline bool
order_before(const struct order *o, size_t i, size_t k)
{
    return o->bits.at[o->row.at[k] + i / 64] >> (i % 64) & 1;
}

/*
 * RACES of DPOR-1. For each want that conflicts with an earlier transition
 * j, and is not after it, call each with the goroutines one of which must be
 * tried at the state before j, and those of the want itself.
 */
typedef void order_race_fn(void *ctx, size_t j, const struct gset *initial,
                           const struct gset *own);
void order_races(struct order *o, const struct offers *of,
                 const struct trans *path, size_t n, size_t first_want,
                 order_race_fn *each, void *ctx);

/* In how many orders could the first n transitions be done that keep what
 * depends in order? -1: too many to count. */
double order_extensions(const struct order *o, size_t n);

#endif
