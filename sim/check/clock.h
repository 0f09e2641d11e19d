/*
 * clock.h - vector clocks: entry i is how much of goroutine i is known.
 *
 * Entries that are not there are 0. Clocks are taken from a pool and come
 * back all at once; their memory is kept.
 */
#ifndef GOPARK_CHECK_CLOCK_H
#define GOPARK_CHECK_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "check/vec.h"

struct clock {
    uint32_t *at;
    size_t n, cap;
};

/* A clock by its number in the pool. */
typedef uint32_t clock_id;

struct clocks {
    struct clock *at;
    size_t n, cap;
    size_t used;    /* the first ones are taken */
    bool no_memory; /* some clock is not what it should be */
};

void clocks_free(struct clocks *cs);
/* A clock that knows nothing. */
clock_id clock_new(struct clocks *cs);
void clock_set(struct clocks *cs, clock_id c, uint32_t i, uint32_t to);
void clock_join(struct clocks *cs, clock_id to, clock_id from);
void clock_copy(struct clocks *cs, clock_id to, clock_id from);

static inline uint32_t
clock_get(const struct clocks *cs, clock_id c, uint32_t i)
{
    const struct clock *k = &cs->at[c];

    return i < k->n ? k->at[i] : 0;
}

#endif
