/*
 * gset.h - sets of goroutines: bit i stands for goroutine i.
 *
 * The clock, which fires timers, is a participant like the others and comes
 * last. Where there are more goroutines than bits some share one; a search
 * then takes them for dependent, which costs time and loses nothing.
 */
#ifndef GOPARK_CHECK_GSET_H
#define GOPARK_CHECK_GSET_H

#include <stdbool.h>
#include <stdint.h>

enum { GSET_WORDS = 4, GSET_CLOCK = 64 * GSET_WORDS - 1,
       GSET_MOST = GSET_CLOCK - 1 };

struct gset {
    uint64_t w[GSET_WORDS];
};

static inline uint32_t
gset_bit(uint32_t g)
{
    return g <= GSET_MOST ? g : 1 + g % GSET_MOST;
}

static inline void
gset_add(struct gset *s, uint32_t i)
{
    s->w[i / 64] |= UINT64_C(1) << (i % 64);
}

static inline bool
gset_has(const struct gset *s, uint32_t i)
{
    return s->w[i / 64] >> (i % 64) & 1;
}

static inline void
gset_join(struct gset *s, const struct gset *t)
{
    for (int i = 0; i < GSET_WORDS; i++)
        s->w[i] |= t->w[i];
}

static inline bool
gset_meets(const struct gset *a, const struct gset *b)
{
    uint64_t any = 0;

    for (int i = 0; i < GSET_WORDS; i++)
        any |= a->w[i] & b->w[i];
    return any != 0;
}

static inline struct gset
gset_and(const struct gset *a, const struct gset *b)
{
    struct gset s;

    for (int i = 0; i < GSET_WORDS; i++)
        s.w[i] = a->w[i] & b->w[i];
    return s;
}

static inline struct gset
gset_minus(const struct gset *a, const struct gset *b)
{
    struct gset s;

    for (int i = 0; i < GSET_WORDS; i++)
        s.w[i] = a->w[i] & ~b->w[i];
    return s;
}

/* The smallest member, or -1. */
static inline int
gset_first(const struct gset *s)
{
    for (int i = 0; i < GSET_WORDS; i++)
        if (s->w[i] != 0)
            return 64 * i + __builtin_ctzll(s->w[i]);
    return -1;
}

static inline bool
gset_empty(const struct gset *s)
{
    return gset_first(s) < 0;
}

#endif
