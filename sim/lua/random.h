/*
 * random.h - math.random and math.randomseed on the world's seed.
 */
#ifndef LUA_RANDOM_H
#define LUA_RANDOM_H

#include <lua.h>

/* Set random and randomseed in the global math. */
void random_open(lua_State *L);

#endif
