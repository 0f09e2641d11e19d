/*
 * walk.h - the randomised strategies: which of the offers to take.
 */
#ifndef GOPARK_CHECK_WALK_H
#define GOPARK_CHECK_WALK_H

#include "check/search.h"

/* What a strategy remembers during one run. */
struct walk {
    struct search *s;
    struct rng dice;
    struct pct *pct;
    struct pos *pos;
};

/* One of n > 0 offers from index first on, for step number step from 1. */
size_t walk_any(struct walk *k, size_t first, size_t n);

struct pct *pct_new(void);
void pct_free(struct pct *p);
void pct_begin(struct walk *k);
size_t pct_pick(struct walk *k, size_t first, size_t n, uint64_t step);
void pct_done(struct walk *k, size_t i, uint32_t made_from);

struct pos *pos_new(void);
void pos_free(struct pos *p);
void pos_begin(struct walk *k);
size_t pos_pick(struct walk *k, size_t first, size_t n);

#endif
