/*
 * branch.h - try something on a world, and have it not have happened.
 *
 * Between branch_begin() and branch_end() anything may be done to the world;
 * afterwards it is as before, byte for byte. Meanwhile the host hears
 * nothing: no output, no events, no questions about choices.
 */
#ifndef GOPARK_CHECK_BRANCH_H
#define GOPARK_CHECK_BRANCH_H

#include "lua/lua.h"

struct branch {
    struct world *w;
    struct snapshot *before;
    struct host host; /* what the host had lent */
};

/* False: no host memory, and nothing has changed. */
bool branch_begin(struct branch *b, struct world *w);
void branch_end(struct branch *b);

/*
 * Run fn on a branch and keep the bytes that it appends to out. A world that
 * is large is not copied: a forked child does it. Protected: an error of
 * Lua's is caught. False: it could not be done, and out holds nothing.
 */
typedef void branch_fn(struct world *w, void *arg, struct tb *out);
bool branch_call(struct world *w, branch_fn *fn, void *arg, struct tb *out);

#endif
