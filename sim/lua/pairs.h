/*
 * pairs.h - pairs and next in an order that is the same on every run.
 */
#ifndef LUA_PAIRS_H
#define LUA_PAIRS_H

#include <lua.h>

/* Set the globals pairs and next. */
void pairs_open(lua_State *L);

#endif
