/*
 * ident.c - numbers and texts for Lua's objects that never show an address.
 *
 * The numbers are in a table of the registry with weak keys, so that asking
 * for one keeps nothing alive. Its entry 0 is the number given last.
 * Rejected: the offset inside the block, which an allocation made for any
 * other reason would change.
 */
#include "lua/ident.h"

#include <stdbool.h>

#include <lauxlib.h>

static const char ids_key = 'i';

/* Push the table of numbers, new at first. */
static void
push_ids(lua_State *L)
{
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &ids_key) == LUA_TTABLE)
        return;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "k");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &ids_key);
}

/* Give the value at idx the next number; the table is on top. */
static lua_Integer
number_new(lua_State *L, int idx)
{
    lua_rawgeti(L, -1, 0);
    lua_Integer id = lua_tointeger(L, -1) + 1;
    lua_pop(L, 1);
    lua_pushinteger(L, id);
    lua_rawseti(L, -2, 0);
    lua_pushvalue(L, idx);
    lua_pushinteger(L, id);
    lua_rawset(L, -3);
    return id;
}

lua_Integer
object_id(lua_State *L, int idx)
{
    idx = lua_absindex(L, idx);
    if (lua_isnoneornil(L, idx))
        return 0;
    luaL_checkstack(L, 4, "object number");
    push_ids(L);
    lua_pushvalue(L, idx);
    lua_Integer id;
    if (lua_rawget(L, -2) == LUA_TNIL) {
        lua_pop(L, 1);
        id = number_new(L, idx);
    } else {
        id = lua_tointeger(L, -1);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return id;
}

static void
push_default(lua_State *L, int idx)
{
    switch (lua_type(L, idx)) {
    case LUA_TNUMBER:
    case LUA_TSTRING:
        lua_pushvalue(L, idx);
        lua_tostring(L, -1);
        return;
    case LUA_TBOOLEAN:
        lua_pushstring(L, lua_toboolean(L, idx) ? "true" : "false");
        return;
    case LUA_TNIL:
        lua_pushliteral(L, "nil");
        return;
    }
    const char *kind = luaL_typename(L, idx);
    bool named = luaL_getmetafield(L, idx, "__name") != LUA_TNIL;
    if (named && lua_type(L, -1) == LUA_TSTRING)
        kind = lua_tostring(L, -1);
    lua_pushfstring(L, "%s: %I", kind, (LUAI_UACINT)object_id(L, idx));
    if (named)
        lua_remove(L, -2);
}

const char *
object_tolstring(lua_State *L, int idx, size_t *len)
{
    idx = lua_absindex(L, idx);
    if (!luaL_callmeta(L, idx, "__tostring"))
        push_default(L, idx);
    else if (!lua_isstring(L, -1))
        luaL_error(L, "'__tostring' must return a string");
    return lua_tolstring(L, -1, len);
}

int
object_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    object_tolstring(L, 1, NULL);
    return 1;
}
