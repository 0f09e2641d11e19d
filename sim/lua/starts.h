/*
 * starts.h - the functions of goroutines that have not run yet; see starts.c.
 */
#ifndef GOPARK_LUA_STARTS_H
#define GOPARK_LUA_STARTS_H

#include "lua/lua.h"

/* Keep the function and its nargs arguments on top of L for gp; pops them.
 * May raise for want of memory. */
void starts_put(lua_State *L, struct g *gp, int nargs);
/* Push gp's function and arguments, which are no longer kept; how many. May
 * raise for want of memory. */
int starts_take(lua_State *L, struct g *gp);
/* Push all that is kept for gp as one value, which leads to the rest. */
void starts_push(lua_State *L, const struct g *gp);
/* Push gp's function. */
void starts_push_function(lua_State *L, const struct g *gp);

#endif
