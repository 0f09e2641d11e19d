/*
 * witness.h - what keeps an object reachable.
 */
#ifndef GOPARK_CHECK_WITNESS_H
#define GOPARK_CHECK_WITNESS_H

#include "check/mark.h"

struct witness {
    enum mark_root root; /* ROOT_RUNS: a variable of goroutine g */
    struct g *g;
    char name[64];    /* of the variable, the outermost on the way; or "" */
    const char *file; /* the function that has the variable; NULL unknown */
    int line;         /* where it stands */
    int from, to;     /* its first and last line; both 0 the main chunk */
    bool upvalue;     /* the variable belongs to a function around it */
    bool direct;      /* the variable is the object itself */
};

/* False: it is not reached. */
bool witness_find(const struct mark *m, const struct obj *o,
                  struct witness *out);
/* "by the variable jobs of G1 (f.lua:4)". */
void witness_say(struct tb *t, const struct mark *m, const struct obj *o,
                 enum gopark_lang lang);

#endif
