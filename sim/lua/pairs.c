/*
 * pairs.c - pairs and next in an order that is the same on every run.
 *
 * The key after an integer i > 0 is i + 1 when the table has it: a sequence
 * is walked without sorting. From the first gap on, the keys that remain are
 * sorted once (keys.c) and walked as a list; keys that were cleared meanwhile
 * are passed over. A loop of pairs holds its list in the iterator's upvalue, or
 * if it is short and there are no indices, the keys themselves.
 * next is given only the table and a key, so its lists wait in the registry,
 * weakly by table, from one call to the next. A list's entry 0 is the
 * position that was delivered last.
 *
 * All state is in Lua values: the body of a loop may block, and the world may
 * be copied and put back in the middle of it.
 */
#include "lua/pairs.h"

#include <stdbool.h>

#include <lauxlib.h>

#include "lua/keys.h"

static const char lists_key = 'n';

enum { TABLE = 1, KEY = 2, LIST = 3 }; /* the stack while stepping */

/* Push the lists of next by table. */
static void
push_lists(lua_State *L)
{
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &lists_key) == LUA_TTABLE)
        return;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "k");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &lists_key);
}

/* A float key that is whole is an integer key: make it one. */
static bool
make_integer(lua_State *L, lua_Integer *i)
{
    int whole;
    if (lua_type(L, KEY) != LUA_TNUMBER)
        return false;
    *i = lua_tointegerx(L, KEY, &whole);
    if (!whole)
        return false;
    lua_pushinteger(L, *i);
    lua_replace(L, KEY);
    return true;
}

/* If the key is an index and the next one is in use, push it and its value. */
static bool
step_index(lua_State *L)
{
    lua_Integer i = 0;
    if (lua_isinteger(L, KEY))
        i = lua_tointeger(L, KEY);
    else if (!lua_isnil(L, KEY) && !make_integer(L, &i))
        return false;
    if (i == LUA_MAXINTEGER || (i < 1 && !lua_isnil(L, KEY)))
        return false;
    lua_pushinteger(L, i + 1);
    if (lua_rawgeti(L, TABLE, i + 1) != LUA_TNIL)
        return true;
    lua_pop(L, 2);
    return false;
}

/* The position of the key in the list, 0 if there is no list that has it. */
static lua_Integer
find_position(lua_State *L)
{
    if (!lua_istable(L, LIST))
        return 0;
    lua_rawgeti(L, LIST, 0);
    lua_Integer at = lua_tointeger(L, -1);
    lua_rawgeti(L, LIST, at);
    bool same = lua_rawequal(L, -1, KEY);
    lua_pop(L, 2);
    return same ? at : keys_find(L, LIST, KEY);
}

/*
 * Go on from the key along the list, which is made if there is none that has
 * the key. Pushes key and value; false: there are no more.
 */
static bool
step_list(lua_State *L)
{
    lua_Integer at = lua_isnil(L, KEY) ? 0 : find_position(L);
    if (at == 0) {
        keys_push(L, TABLE, KEY, KEYS_PAIRS);
        lua_replace(L, LIST);
    }
    lua_Integer n = (lua_Integer)lua_rawlen(L, LIST);
    while (++at <= n) {
        lua_rawgeti(L, LIST, at);
        lua_pushvalue(L, -1);
        if (lua_rawget(L, TABLE) != LUA_TNIL) {
            lua_pushinteger(L, at);
            lua_rawseti(L, LIST, 0);
            return true;
        }
        lua_pop(L, 2);
    }
    return false;
}

static bool
is_empty(lua_State *L)
{
    lua_pushnil(L);
    if (lua_next(L, TABLE) == 0)
        return true;
    lua_pop(L, 2);
    return false;
}

/* The iterator of pairs; its upvalue is its list, false before there is one. */
static int
pairs_step(lua_State *L)
{
    luaL_checktype(L, TABLE, LUA_TTABLE);
    lua_settop(L, KEY);
    if (step_index(L))
        return 2;
    if (lua_isnil(L, KEY) && is_empty(L)) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushvalue(L, lua_upvalueindex(1));
    bool more = step_list(L);
    if (!more)
        lua_pushboolean(L, 0); /* the list may go */
    lua_pushvalue(L, more ? LIST : -1);
    lua_replace(L, lua_upvalueindex(1));
    if (more)
        return 2;
    lua_pushnil(L);
    return 1;
}

/* --- pairs of a small table without indices --------------------------------- */

enum { AT = 1 }; /* upvalue: the one of the key delivered last, or AT itself */

static int
find_upvalue(lua_State *L)
{
    int at = (int)lua_tointeger(L, lua_upvalueindex(AT));
    if (lua_isnil(L, KEY))
        return AT;
    if (at != AT && lua_rawequal(L, lua_upvalueindex(at), KEY))
        return at;
    for (at = AT + 1; !lua_isnone(L, lua_upvalueindex(at)); at++)
        if (lua_rawequal(L, lua_upvalueindex(at), KEY))
            return at;
    return luaL_error(L, "invalid key to 'next'");
}

/* Its keys are the upvalues after AT: no list, and nothing else to collect. */
static int
pairs_step_few(lua_State *L)
{
    luaL_checktype(L, TABLE, LUA_TTABLE);
    lua_settop(L, KEY);
    int at = find_upvalue(L);
    while (!lua_isnone(L, lua_upvalueindex(++at))) {
        lua_pushvalue(L, lua_upvalueindex(at));
        lua_pushvalue(L, -1);
        if (lua_rawget(L, TABLE) != LUA_TNIL) {
            lua_pushinteger(L, at);
            lua_replace(L, lua_upvalueindex(AT));
            return 2;
        }
        lua_pop(L, 2);
    }
    lua_pushnil(L);
    return 1;
}

/* Push the iterator for the table at 1, if it is small and has no indices. */
static bool
push_step_few(lua_State *L)
{
    bool indexed = lua_rawgeti(L, 1, 1) != LUA_TNIL;
    lua_pop(L, 1);
    if (indexed)
        return false;
    lua_pushinteger(L, AT);
    int n = keys_push_few(L, 1, KEYS_FEW);
    if (n < 0) {
        lua_pop(L, 1);
        return false;
    }
    lua_pushcclosure(L, pairs_step_few, AT + n);
    return true;
}

/* --- the functions ------------------------------------------------------------ */

static int
pairs_done(lua_State *L, int status, lua_KContext ctx)
{
    (void)L;
    (void)status;
    (void)ctx;
    return 3;
}

static int
pairs(lua_State *L)
{
    luaL_checkany(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") == LUA_TNIL) {
        if (!lua_istable(L, 1) || !push_step_few(L)) {
            lua_pushboolean(L, 0);
            lua_pushcclosure(L, pairs_step, 1);
        }
        lua_pushvalue(L, 1);
        lua_pushnil(L);
        return 3;
    }
    lua_pushvalue(L, 1);
    lua_callk(L, 1, 3, 0, pairs_done);
    return pairs_done(L, LUA_OK, 0);
}

/* Remember the list at LIST for the table, or nothing when it is nil. */
static void
keep_list(lua_State *L)
{
    push_lists(L);
    lua_pushvalue(L, TABLE);
    lua_pushvalue(L, LIST);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

/* next(t) alone asks often whether t is empty, so it makes no list. */
static int
next_first(lua_State *L)
{
    lua_pushnil(L);
    keep_list(L);
    keys_first(L, TABLE);
    if (lua_isnil(L, -1))
        return 1;
    lua_pushvalue(L, -1);
    lua_rawget(L, TABLE);
    return 2;
}

static int
next(lua_State *L)
{
    luaL_checktype(L, TABLE, LUA_TTABLE);
    lua_settop(L, KEY);
    if (step_index(L))
        return 2;
    if (lua_isnil(L, KEY))
        return next_first(L);
    push_lists(L);
    lua_pushvalue(L, TABLE);
    lua_rawget(L, -2);
    lua_replace(L, LIST);
    const void *kept = lua_topointer(L, LIST);
    bool more = step_list(L);
    if (!more) {
        lua_pushnil(L);
        lua_replace(L, LIST);
    }
    if (kept != lua_topointer(L, LIST))
        keep_list(L);
    if (more)
        return 2;
    lua_pushnil(L);
    return 1;
}

void
pairs_open(lua_State *L)
{
    lua_register(L, "pairs", pairs);
    lua_register(L, "next", next);
}
