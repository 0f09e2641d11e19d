/*
 * base.c - the basic functions of Lua, made safe and the same on every run.
 *
 * Where only an argument must be checked, the stock function does the rest. It
 * is called as plain C from inside ours, so that its error messages name the
 * function that the script called.
 */
#include "lua/base.h"

#include <string.h>

#include <lauxlib.h>

#include "lua/embedded.h"
#include "lua/fmt.h"
#include "lua/ident.h"
#include "lua/out.h"
#include "lua/pairs.h"

/* Go on as the stock function in upvalue 1. */
static int
stock(lua_State *L)
{
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static int
base_print(lua_State *L)
{
    int n = lua_gettop(L);
    size_t len;
    struct lbuf t;
    lbuf_init(&t, L);
    for (int i = 1; i <= n; i++) {
        const char *s = object_tolstring(L, i, &len);
        if (i > 1)
            lbuf_add_char(&t, '\t');
        lbuf_add(&t, s, len);
        lua_pop(L, 1);
    }
    lbuf_add_char(&t, '\n');
    lua_out(L, 1, t.p, t.n);
    return 0;
}

/* Go's println: to the error output, with spaces; numbers as fmt has them. */
static int
base_println(lua_State *L)
{
    int n = lua_gettop(L);
    size_t len;
    struct fmt p;
    fmt_init(&p, L);
    for (int i = 1; i <= n; i++) {
        if (i > 1)
            lbuf_add_char(&p.out, ' ');
        if (lua_type(L, i) == LUA_TNUMBER) {
            fmt_value(&p, i, 'v');
            continue;
        }
        const char *s = object_tolstring(L, i, &len);
        lbuf_add(&p.out, s, len);
        lua_pop(L, 1);
    }
    lbuf_add_char(&p.out, '\n');
    lua_out(L, 2, p.out.p, p.out.n);
    return 0;
}

/* load(chunk [, name [, mode [, env]]]): text only */
static int
base_load(lua_State *L)
{
    const char *mode = luaL_optstring(L, 3, "t");
    bool text = strchr(mode, 't') != NULL;
    if (lua_gettop(L) < 3)
        lua_settop(L, 3);
    lua_pushstring(L, text ? "t" : "none");
    lua_replace(L, 3);
    return stock(L);
}

/*
 * A finaliser would run at some moment of the collector's choosing: Lua looks
 * for __gc when the metatable is set, so it is hidden just then.
 */
static int
base_setmetatable(lua_State *L)
{
    embedded_settle(L, 1);
    if (lua_type(L, 1) != LUA_TTABLE || lua_type(L, 2) != LUA_TTABLE)
        return stock(L);
    lua_settop(L, 2);
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
        return luaL_error(L, "cannot change a protected metatable");
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL) {
        lua_pushliteral(L, "__gc");
        lua_pushnil(L);
        lua_rawset(L, 2);
    }
    lua_pushvalue(L, 2);
    lua_setmetatable(L, 1);
    if (!lua_isnil(L, 3)) {
        lua_pushliteral(L, "__gc");
        lua_insert(L, 3);
        lua_rawset(L, 2);
    }
    lua_settop(L, 1);
    return 1;
}

static int
base_getmetatable(lua_State *L)
{
    embedded_settle(L, 1);
    return stock(L);
}

/* Only what does not change how the collector works from now on. */
static int
base_collectgarbage(lua_State *L)
{
    static const char *const options[] = { "collect", "count", "isrunning",
                                           "step", NULL };
    switch (luaL_checkoption(L, 1, "collect", options)) {
    case 0:
        lua_gc(L, LUA_GCCOLLECT);
        embedded_collected(L);
        lua_pushinteger(L, 0);
        return 1;
    case 1:
        lua_pushnumber(L, (lua_Number)lua_gc(L, LUA_GCCOUNT) +
                              (lua_Number)lua_gc(L, LUA_GCCOUNTB) / 1024);
        return 1;
    case 2:
        lua_pushboolean(L, lua_gc(L, LUA_GCISRUNNING));
        return 1;
    }
    lua_pushboolean(L, lua_gc(L, LUA_GCSTEP, (int)luaL_optinteger(L, 2, 0)));
    return 1;
}

/* Replace the global name by f, which finds it in its upvalue. */
static void
wrap(lua_State *L, const char *name, lua_CFunction f)
{
    lua_getglobal(L, name);
    lua_pushcclosure(L, f, 1);
    lua_setglobal(L, name);
}

void
base_open(lua_State *L)
{
    static const char *const removed[] = { "dofile", "loadfile", NULL };
    for (int i = 0; removed[i] != NULL; i++) {
        lua_pushnil(L);
        lua_setglobal(L, removed[i]);
    }
    lua_register(L, "tostring", object_tostring);
    lua_register(L, "print", base_print);
    lua_register(L, "println", base_println);
    lua_register(L, "collectgarbage", base_collectgarbage);
    wrap(L, "load", base_load);
    wrap(L, "setmetatable", base_setmetatable);
    wrap(L, "getmetatable", base_getmetatable);
    pairs_open(L);
}
