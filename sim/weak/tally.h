/*
 * tally.h - all paths of a test: what the two ways to them share.
 *
 * layers.c goes through the states, paths.c through the paths. Both find the
 * same outcomes, counts and witnesses; layers.c needs memory, and far less
 * time.
 */
#ifndef GOPARK_WEAK_TALLY_H
#define GOPARK_WEAK_TALLY_H

#include "weak/state.h"

enum { TALLY_SLOTS = 2 * LITMUS_OUTCOMES }; /* a power of two */

struct tally {
    const struct litmus *t;
    const struct weak_model *model;
    struct litmus_result *r;
    uint64_t limit;  /* transitions */
    uint64_t states; /* layers.c: at most so many */
    int cap;         /* of r->outcome */
    uint16_t slot[TALLY_SLOTS]; /* outcome + 1, by hash; 0 none */
};

enum tallied {
    TALLY_ALL,
    TALLY_PART,    /* a limit was reached */
    TALLY_NO_ROOM, /* too many outcomes, or no memory */
};

/* Paths of nstep, so many, come to their end in s. Where this is a new
 * outcome, or a shorter way to it, *step is to be filled with the path, else
 * it is NULL. False: no room. */
bool tally_arrive(struct tally *x, const struct weak_state *s, int nstep,
                  uint64_t paths, struct litmus_step **step);
/* The sum, at most LITMUS_MANY. */
uint64_t tally_sum(uint64_t a, uint64_t b);
/* Do m, and say in step what it was. */
void tally_act(const struct litmus *t, const struct weak_model *model,
               struct weak_state *s, struct weak_move m,
               struct litmus_step *step);

enum tallied layers_run(struct tally *x);
enum tallied paths_run(struct tally *x);

#endif
