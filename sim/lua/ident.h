/*
 * ident.h - numbers and texts for Lua's objects that never show an address.
 *
 * Stock Lua names a table by where it lies, which differs from run to run.
 * Here an object gets the next number of its world when somebody first asks,
 * and keeps it: "table: 12", "function: 3".
 */
#ifndef LUA_IDENT_H
#define LUA_IDENT_H

#include <stddef.h>

#include <lua.h>

/* The number of the value at idx, from 1. nil has none: 0. */
lua_Integer object_id(lua_State *L, int idx);

/*
 * Push the text of the value at idx as tostring gives it and return it:
 * __tostring, then __name, are respected. len may be NULL.
 */
const char *object_tolstring(lua_State *L, int idx, size_t *len);

/* tostring(v) */
int object_tostring(lua_State *L);

#endif
