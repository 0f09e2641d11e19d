/*
 * uses.h - what the code of each goroutine does with the objects it holds.
 *
 * "G1 receives from results at line 16": the objects that a goroutine's
 * variables hold, and the places in its functions that operate on them.
 */
#ifndef GOPARK_CHECK_USES_H
#define GOPARK_CHECK_USES_H

#include "check/sources.h"
#include "check/sourceuse.h"
#include "lua/lua.h"

struct use {
    struct g *g;
    struct obj *o;
    enum use_op op;
    const char *file; /* borrowed from the Lua state */
    int line;         /* 0: in a library of gopark's */
    bool ahead;       /* still to come: below where the goroutine stands, in
                         a loop with it, or deferred */
};

struct uses {
    struct use *at; /* by goroutine, then from the innermost frame out */
    int n, cap;
    struct world *w;
    struct sources sources;
    struct memo *memos; /* what functions do with names */
};

/* To be used inside a branch. Of very many goroutines only the first are
 * looked at. */
void uses_collect(struct uses *us, struct world *w);
void uses_free(struct uses *us);
/* The next use of o after the one at i (-1: the first) that is one of ops;
 * -1 there is none. gp may be NULL: whose it is does not matter. */
int uses_next(const struct uses *us, int i, const struct g *gp,
              const struct obj *o, unsigned ops);
/* Does the code of a goroutine unlock the lock o, which it neither holds nor
 * locks itself? Then the lock is handed over, as Go allows. */
bool uses_hands_over(const struct uses *us, const struct obj *o);
/* Does the function in Lua on top of L, which holds a lock in its upvalue
 * `name`, unlock it without locking it? */
bool uses_unlocks(struct uses *us, lua_State *L, const char *name);
/* Does the function that gp stands in, or that made o, call name? */
bool uses_calls(struct uses *us, const char *file, struct extent fn,
                const char *name);

#endif
