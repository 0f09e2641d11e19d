/*
 * fault.h - faults that are injected from outside.
 *
 * What is to happen later stands in a list: operations to be skipped,
 * goroutines that are to panic or to make a system call when they run next,
 * or that are held back. While the list has nothing that could concern it, an
 * operation tests one word, and a goroutine that is resumed one flag.
 */
#ifndef GOPARK_LUA_FAULT_H
#define GOPARK_LUA_FAULT_H

#include "lua/lua.h"

/* Operations that can be skipped. */
enum fault_op {
    FAULT_CLOSE = 1,
    FAULT_SEND = 2,
    FAULT_RECV = 4,
    FAULT_UNLOCK = 8,
    FAULT_DONE = 16,
    FAULT_CANCEL = 32,
    FAULT_STOP = 64,
    FAULT_SIGNAL = 128,
};

/* Is this operation on the value at idx to do nothing? */
bool fault_skips(lua_State *L, enum fault_op op, int idx);
#define FAULT_SKIPS(L, w, op, idx)                                             \
    (UNLIKELY(((w)->sched->faults & (op)) != 0) && fault_skips((L), (op), (idx)))

/* gp, whose fault is set, is about to be resumed. True: it does not come to
 * that now, and sched.yield says why. */
bool fault_first(struct world *w, struct g *gp);
/* The same before its pending operation: raises, if it is to panic. */
void fault_panic(lua_State *L);

/* Apply an input of one of the kinds from IN_SKIP on. */
enum gopark_rc fault_input(struct world *w, const struct gopark_input *in,
                           uint32_t *g, struct gopark_err *err);
/* input.c: an M for what an input does to be charged to: one with a P. */
struct m *input_m(struct world *w);
/* skips(op, value), for libraries in Lua; they call it while `faults` is
 * true in their environment. */
int fault_lua(lua_State *L);

#endif
