/*
 * inject.h - faults asked for on the command line: `run --inject "skip close
 * jobs"`, as `inject` at the prompt takes them.
 *
 * A fault comes before the first step; what it is about may not be there yet,
 * so one for goroutine 3 comes as soon as there is a goroutine 3, one for the
 * channel jobs as soon as there is a channel of that name. With `at 40` or `at
 * 5ms` it comes at that step or virtual time.
 */
#ifndef GOPARK_REPL_INJECT_H
#define GOPARK_REPL_INJECT_H

#include "options.h"

/* One of them. */
struct injection {
    const char *spec; /* as it was written */
    char *text;       /* operand of the input, malloc'd */
    char *object;     /* of a close; malloc'd */
    struct interval at;
    bool done;
    struct gopark_input in;
    uint64_t step; /* at which it was made, if done */
};

struct injector {
    struct injection *at; /* in the order in which they were made, then the */
    int n, done;          /* others */
};

/* Understand what was asked for. GOPARK_EUSAGE: it makes no sense. */
enum gopark_rc injector_begin(struct injector *j, const struct options *o,
                              struct gopark_err *err);
void injector_end(struct injector *j);
/* Run w up to this step, then call injector_act(). */
uint64_t injector_until(const struct injector *j, const struct world *w);
/* Make those whose time has come. */
enum gopark_rc injector_act(struct injector *j, struct world *w,
                            struct gopark_err *err);
/* A line for each that never came to pass. */
void injector_missed(const struct injector *j, const struct world *w,
                     struct text *t);

#endif
