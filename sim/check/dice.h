/*
 * dice.h - the random numbers of a search, which are none of the world's.
 */
#ifndef GOPARK_CHECK_DICE_H
#define GOPARK_CHECK_DICE_H

#include "world/world.h"

/* A stream of its own for each run of a search with a seed. */
static inline struct rng
dice_of(uint64_t seed, uint64_t run)
{
    struct rng r;
    uint64_t x = seed * UINT64_C(0x9e3779b97f4a7c15) + run;

    for (int k = 0; k < 4; k++) {
        uint64_t z = (x += UINT64_C(0x9e3779b97f4a7c15));

        z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
        z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
        r.s[k] = z ^ (z >> 31);
    }
    return r;
}

/* 0..n-1, each as likely as any other. */
static inline uint32_t
dice_below(struct rng *r, uint32_t n)
{
    uint64_t m = (rng_next(r) >> 32) * n;

    if ((uint32_t)m < n)
        for (uint32_t least = -n % n; (uint32_t)m < least;)
            m = (rng_next(r) >> 32) * n;
    return (uint32_t)(m >> 32);
}

#endif
