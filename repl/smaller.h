/*
 * smaller.h - a smaller program that fails in the same way (MIN-3).
 */
#ifndef GOPARK_REPL_SMALLER_H
#define GOPARK_REPL_SMALLER_H

#include "search.h"

struct smaller {
    char *text;                    /* of the program */
    struct text said;              /* what is different, a line each */
    struct explore_result *result; /* of searching it */
    const struct explore_finding *finding;
};

/*
 * Leave out goroutines and make numbers less, as long as a search still meets
 * the gravest finding that the search x of p has come to in r: the same
 * verdict, at the same lines. False: nothing can be left out, or it is not to
 * be tried, for p reads input or other files.
 */
bool smaller_find(struct program *p, const struct explore_opts *x,
                  const struct explore_result *r, struct smaller *sm);
void smaller_done(struct smaller *sm);

/* The program p with this text, to be saved; borrows both. */
struct program smaller_program(const struct program *p,
                               const struct smaller *sm);

#endif
