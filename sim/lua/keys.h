/*
 * keys.h - the keys of a table in an order that depends on its contents only.
 *
 * lua_next's order follows the hash seed, which stock Lua takes from the clock
 * and from addresses. Everything that walks a table where the order shows
 * asks here.
 */
#ifndef LUA_KEYS_H
#define LUA_KEYS_H

#include <lua.h>

enum keys_order {
    /* Positive integers, other numbers, strings, booleans, objects; each kind
     * ascending. The one in which the key after i is often i + 1. */
    KEYS_PAIRS,
    /* The same with all numbers together: as Go's fmt prints a map. */
    KEYS_ASCENDING
};

/*
 * Push a list of the keys of the table at idx that come after the value at
 * after (nil, or 0 in place of an index: all of them).
 */
void keys_push(lua_State *L, int idx, int after, enum keys_order order);

enum { KEYS_FEW = 32 };

/*
 * If the table at idx, not relative to the top, has no more than max keys
 * (at most KEYS_FEW), push them in the order of pairs and return how many;
 * else push nothing and return -1.
 */
int keys_push_few(lua_State *L, int idx, int max);

/* Push the first key of the table at idx in the order of pairs; nil if none. */
void keys_first(lua_State *L, int idx);

/* Position of the key at idx in the list at list, by bisection; 0 if absent. */
lua_Integer keys_find(lua_State *L, int list, int idx);

#endif
