/*
 * tab.c - the table library: a sort that is the same on every run, and bounds.
 *
 * Stock Lua's quicksort takes its pivots from the clock when a large array
 * looks unlucky, so equal elements may come out in another order each time.
 * This is a merge sort, which is stable, needs fewer comparisons, and never
 * grows quadratic. It sorts a copy: a comparison that fails leaves the table
 * as it was.
 *
 * insert, remove and move shift as many elements as they are told, in C, where
 * no limit can stop them; a table that only claims its length is refused.
 */
#include "lua/tab.h"

#include <limits.h>
#include <stdbool.h>

#include <lauxlib.h>

enum { SHIFT_MAX = 1 << 27 }; /* elements moved by one call */

enum { ARRAY = 1, LESS = 2, FROM = 3, TO = 4 }; /* the stack while sorting */

static bool
has_metafield(lua_State *L, const char *name)
{
    if (luaL_getmetafield(L, ARRAY, name) == LUA_TNIL)
        return false;
    lua_pop(L, 1);
    return true;
}

/* A table, or what can stand for one. */
static void
check_array(lua_State *L)
{
    if (!lua_istable(L, ARRAY) &&
        !(has_metafield(L, "__index") && has_metafield(L, "__newindex") &&
          has_metafield(L, "__len")))
        luaL_checktype(L, ARRAY, LUA_TTABLE);
}

/* Is the value on top less than the one below it? Both stay. */
static bool
top_is_less(lua_State *L)
{
    if (lua_isnil(L, LESS))
        return lua_compare(L, -1, -2, LUA_OPLT);
    lua_pushvalue(L, LESS);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -4);
    lua_call(L, 2, 1);
    bool less = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return less;
}

/* The element at b of FROM before the one at a? Where they are equal, no. */
static bool
goes_before(lua_State *L, lua_Integer b, lua_Integer a)
{
    lua_rawgeti(L, FROM, a);
    lua_rawgeti(L, FROM, b);
    bool less = top_is_less(L);
    lua_pop(L, 2);
    return less;
}

static void
copy(lua_State *L, lua_Integer from, lua_Integer to)
{
    lua_rawgeti(L, FROM, from);
    lua_rawseti(L, TO, to);
}

/* Merge the runs low..mid and mid+1..high of FROM into TO. */
static void
merge(lua_State *L, lua_Integer low, lua_Integer mid, lua_Integer high)
{
    lua_Integer a = low, b = mid + 1, to = low;
    if (b <= high && goes_before(L, b, mid)) {
        while (a <= mid && b <= high) {
            if (goes_before(L, b, a))
                copy(L, b++, to++);
            else
                copy(L, a++, to++);
        }
    }
    while (a <= mid)
        copy(L, a++, to++);
    while (b <= high)
        copy(L, b++, to++);
}

static void
sort(lua_State *L, lua_Integer n)
{
    for (lua_Integer run = 1; run < n; run *= 2) {
        for (lua_Integer low = 1; low <= n; low += 2 * run) {
            lua_Integer mid = low + run - 1, high = mid + run;
            merge(L, low, mid < n ? mid : n, high < n ? high : n);
        }
        lua_pushvalue(L, FROM);
        lua_copy(L, TO, FROM);
        lua_replace(L, TO);
    }
}

static int
tab_sort(lua_State *L)
{
    check_array(L);
    lua_Integer n = luaL_len(L, ARRAY);
    if (n < 2)
        return 0;
    luaL_argcheck(L, n < INT_MAX, ARRAY, "array too big");
    if (!lua_isnoneornil(L, LESS))
        luaL_checktype(L, LESS, LUA_TFUNCTION);
    lua_settop(L, LESS);
    lua_createtable(L, (int)n, 0);
    lua_createtable(L, (int)n, 0);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_geti(L, ARRAY, i);
        lua_rawseti(L, FROM, i);
    }
    sort(L, n);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, FROM, i);
        lua_seti(L, ARRAY, i);
    }
    return 0;
}

/* Go on as the stock function in upvalue 1. */
static int
stock(lua_State *L)
{
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* insert and remove */
static int
tab_shift(lua_State *L)
{
    check_array(L);
    if (has_metafield(L, "__len") && luaL_len(L, ARRAY) > SHIFT_MAX)
        return luaL_error(L, "table too large");
    return stock(L);
}

static int
tab_move(lua_State *L)
{
    lua_Integer from = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3);
    if (last >= from && (lua_Unsigned)last - (lua_Unsigned)from >= SHIFT_MAX)
        return luaL_argerror(L, 3, "too many elements to move");
    return stock(L);
}

static void
wrap(lua_State *L, const char *name, lua_CFunction f)
{
    lua_getfield(L, -1, name);
    lua_pushcclosure(L, f, 1);
    lua_setfield(L, -2, name);
}

void
tab_open(lua_State *L)
{
    lua_getglobal(L, "table");
    lua_pushcfunction(L, tab_sort);
    lua_setfield(L, -2, "sort");
    wrap(L, "insert", tab_shift);
    wrap(L, "remove", tab_shift);
    wrap(L, "move", tab_move);
    lua_pop(L, 1);
}
