/*
 * tab.h - the table library: a sort that is the same on every run, and bounds.
 */
#ifndef LUA_TAB_H
#define LUA_TAB_H

#include <lua.h>

/* Replace sort, insert, remove and move in the global table. */
void tab_open(lua_State *L);

#endif
