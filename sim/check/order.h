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
    VEC(uint64_t) past, after, skip; /* scratch of order_races() */
    VEC(uint64_t) closed;      /* bit j: state j needs nothing more */
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

/* State j, before path[j], is new; later: all that could be tried there is
 * going to be. False: no memory. */
bool order_open(struct order *o, size_t j);
void order_close(struct order *o, size_t j);

/*
 * RACES of DPOR-1. For each want that conflicts with an earlier transition
 * j, and is not after it, call each with the goroutines one of which must be
 * tried at the state before j, and those of the want itself. States that are
 * closed are left out, and those where one of these goroutines is going to be
 * tried anyhow, as tried tells.
 */
struct order_ask {
    const struct gset *(*tried)(void *ctx, size_t j);
    void (*each)(void *ctx, size_t j, const struct gset *initial,
                 const struct gset *own);
    void *ctx;
};
void order_races(struct order *o, const struct offers *of,
                 const struct trans *path, size_t n, size_t first_want,
                 const struct order_ask *ask);

/* In how many orders could the first n transitions be done that keep what
 * depends in order? -1: too many to count. */
double order_extensions(const struct order *o, size_t n);

#endif
