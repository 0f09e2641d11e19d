/*
 * cells.h - the variables that shared{} declares.
 *
 * What a script holds is an empty table whose metatable leads here, so that
 * each access is a visible step. The values are in user value 1 of a hidden
 * object. Each key has a number within it, from 1, given when it is first
 * used and kept: that is the cell that analyses and events name. Number 0 is
 * the shape: which keys there are.
 */
#ifndef GOPARK_LUA_CELLS_H
#define GOPARK_LUA_CELLS_H

#include "lua/lua.h"

enum { CELL_SHAPE = 0 };

struct cells {
    struct obj o;
    uint32_t n; /* keys that have a number */
};

/* The cells behind the table at idx, or NULL. */
struct cells *cells_to(lua_State *L, int idx);
/* Push the values behind the table at idx, which has some. */
void cells_push(lua_State *L, int idx);
/* Push the key of cell i, the object being at idx; false: there is none. */
bool cells_key(lua_State *L, int idx, uint32_t i);
/* Push the value of the cell whose key is on top; pops the key. */
void cells_value(lua_State *L, int idx);

#endif
