/*
 * act.h - a world that a search drives: taking over, and one transition.
 */
#ifndef GOPARK_CHECK_ACT_H
#define GOPARK_CHECK_ACT_H

#include "check/offer.h"

/* Run on whoever became runnable, each to its next operation. */
void act_settle(struct world *w);

/* Take the world over and run each goroutine on to an operation. */
void act_begin(struct world *w);

/*
 * Do transition t, which w offers, and run everybody concerned on to their
 * next operations (MODEL-1). Counts one step. The goroutine number of the
 * child, if t made one, is the world's newest.
 */
void act_do(struct world *w, const struct trans *t);

/* What the search's default policy would do: go on with who took part last,
 * else the lowest goroutine, the clock last (MIN-2). n > 0 transitions from
 * index first. */
size_t act_default(const struct offers *of, size_t first, size_t n,
                   const struct gset *last);

/* Scan and do what the default policy does, time moving last (TIME-2); false:
 * nothing can be done. */
bool act_next(struct world *w, struct offers *of, struct gset *last);

/*
 * Let all that is left wait where it is, as in a normal run: each goroutine
 * attempts its operation, which cannot be done, and parks.
 */
void act_park_all(struct world *w);

#endif
