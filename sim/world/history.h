/*
 * history.h - checkpoints of a world: many near the present, few far back.
 */
#ifndef GOPARK_WORLD_HISTORY_H
#define GOPARK_WORLD_HISTORY_H

#include "gopark.h"

struct moment; /* session.c: the last input that had been made */

struct checkpoint {
    struct snapshot *snap;
    uint64_t step;
    struct moment *after;
};

/*
 * H1  Checkpoints of one timeline are in order of step, the oldest first.
 * H2  at[0] is the world as it was opened.
 */
struct history {
    struct checkpoint *at;
    size_t n;
    size_t budget;     /* bytes */
    uint64_t interval; /* steps to the next checkpoint, see history_due */
};

/* False: no memory. */
bool history_init(struct history *h, size_t budget);
void history_fini(struct history *h);
/* Keep the world as it is; where host memory is short, don't. */
void history_take(struct history *h, struct world *w, struct moment *after);
/* Host memory that they take. */
size_t history_bytes(const struct history *h);
/* The step at which the next checkpoint is due. */
uint64_t history_due(const struct history *h, const struct world *w);

#endif
