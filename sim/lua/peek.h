/*
 * peek.h - Lua values looked at without a trace.
 *
 * Who looks must not make a thread's stack grow: that allocates, shifts the
 * collector's pace, and with it what a program does next. So values are looked
 * at on the main state's stack, which has room and is empty between two steps;
 * a goroutine's own stack is used for one value at a time, in the slots that
 * Lua always keeps free, and what lay in a slot is put back.
 */
#ifndef GOPARK_LUA_PEEK_H
#define GOPARK_LUA_PEEK_H

#include "lua/lua.h"

enum { PEEK_BYTES = 24 * 16 }; /* of stack; nobody looks deeper */

struct peek {
    lua_State *L; /* values are pushed here */
    int top;
    void *at; /* NULL: the layout of its stack is unknown */
    size_t n;
    char kept[PEEK_BYTES];
    uint64_t *note, noted; /* of the registry; see layout_table_note */
};

/* Look at values of w, on the state that is returned, up to peek_end(). Peeks
 * may be nested. */
lua_State *peek_begin(struct peek *k, const struct world *w);
void peek_end(struct peek *k);

/* Push on L what co has at idx; local i of f, which is lua_getlocal's name
 * for it, or NULL; f's function. */
void peek_value(lua_State *L, lua_State *co, int idx);
const char *peek_local(lua_State *L, struct frames *f, int i);
void peek_function(lua_State *L, struct frames *f);

#endif
