/*
 * outcome.h - how an execution has ended: the verdicts.
 */
#ifndef GOPARK_CHECK_OUTCOME_H
#define GOPARK_CHECK_OUTCOME_H

#include "check/finding.h"

enum { OUTCOME_MOST = 8 }; /* findings of one execution */

struct racelog;

struct outcome_ask {
    struct offers *of; /* to go on with what main left behind */
    bool par;          /* main waits for check.par and is no suspect */
    bool details;      /* names of functions and objects too */
    struct racelog *races; /* what was heard on the way; may be NULL */
    enum gopark_lang lang; /* of messages */
};

/*
 * How the execution at whose end w stands has ended: up to OUTCOME_MOST
 * findings, 0: well. To judge what main left behind the world is run on, so
 * it has to be put back afterwards.
 */
int outcome_of(struct world *w, const struct outcome_ask *ask,
               struct outcome *out);

/* Add to a signature. */
uint64_t outcome_mix(uint64_t h, uint64_t x);
uint64_t outcome_mix_text(uint64_t h, const char *s);

/* After sched_outlive(): let those that main has left behind go on until
 * nothing moves, then park them. Returns how many transitions that took. */
int outcome_drain(struct world *w, struct offers *of);

#endif
