/*
 * golib.c - go, defer, panic, pcall and xpcall.
 *
 * pcall and xpcall are Lua's, but for two things that may not be caught:
 * runtime.Goexit, and the end of the program on its way through a place that
 * cannot yield.
 */
#include "lua/stack.h"

#include <assert.h>

static int
base_go(lua_State *L)
{
    struct world *w = world_of(L);
    const struct site *made;
    int n = stack_gettop(L);

    OP_BEGIN(L, w, base_go, EV_GO, NULL);
    if (!stack_is_closure(L, 1)) {
        if (lua_isnoneornil(L, 1))
            return op_fatal_all(L, "go of nil func value");
        if (!lua_isfunction(L, 1) && !luaL_getmetafield(L, 1, "__call"))
            return luaL_typeerror(L, 1, "function");
        lua_settop(L, n);
    }
    if (n > 200)
        return luaL_error(L, "go: more than 199 arguments");
    made = site_here(L, 1);
    if (task_go(L, n - 1, made, sched_g(w)->id) == NULL)
        return op_leave(L);
    return 0;
}

/* --- defer ------------------------------------------------------------- */

static int
deferred_done(lua_State *L, int status, lua_KContext ctx)
{
    (void)L;
    (void)status;
    (void)ctx;
    return 0;
}

/* __close(deferred, err): call the function with its arguments. */
static int
defer_close(lua_State *L)
{
    int n, i;

    if (world_of(L)->end.how != END_NOT)
        return 0;
    lua_settop(L, 1);
    n = (int)lua_rawlen(L, 1);
    luaL_checkstack(L, n, "defer: too many arguments");
    for (i = 1; i <= n; i++)
        lua_rawgeti(L, 1, i);
    lua_callk(L, n - 1, 0, 0, deferred_done);
    return deferred_done(L, LUA_OK, 0);
}

static int
base_defer(lua_State *L)
{
    int n = lua_gettop(L), i;

    luaL_checkany(L, 1);
    if (layout_discards(L)) /* easily forgotten, and then it never runs */
        return luaL_error(L, "defer: nothing would call it; write "
                             "'local _ <close> = defer(f, ...)'");
    lua_createtable(L, n, 0);
    lua_insert(L, 1);
    for (i = n; i >= 1; i--)
        lua_rawseti(L, 1, i);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_setmetatable(L, 1);
    return 1;
}

/* --- panic, pcall, xpcall ---------------------------------------------- */

static int
base_panic(lua_State *L)
{
    lua_settop(L, 1);
    if (lua_isnil(L, 1))
        return op_panic(L, "panic called with nil argument");
    return lua_error(L);
}

/* Set in the context of a call by a deferred function that runs because of
 * runtime.Goexit. */
enum { PCALL_EXITS = 4 };

static lua_KContext
exits(lua_State *L)
{
    const struct world *w = world_of(L);

    return w->sched->cur != NULL && sched_g(w)->exits ? PCALL_EXITS : 0;
}

/* What a deferred function raises while the goroutine exits can be caught
 * in that function, but outside of it the goroutine goes on exiting. */
static int
pcall_done(lua_State *L, int status, lua_KContext ctx)
{
    if (status == LUA_OK || status == LUA_YIELD)
        return lua_gettop(L) - (int)(ctx & ~PCALL_EXITS);
    if (task_is_exit(L, -1))
        return lua_error(L);
    if (task_out_of_memory(L, status))
        return op_leave(L);
    task_recovered(L);
    if (exits(L) && !(ctx & PCALL_EXITS))
        return task_goexit(L);
    lua_pushboolean(L, 0);
    lua_pushvalue(L, -2);
    return 2;
}

static int
call_protected(lua_State *L, lua_KContext ctx)
{
    int status;

    ctx |= 1;
    luaL_checkany(L, 1);
    lua_pushcfunction(L, blame_handler);
    lua_pushboolean(L, 1);
    lua_rotate(L, 1, 2);
    status = lua_pcallk(L, lua_gettop(L) - 3, LUA_MULTRET, 1, ctx, pcall_done);
    return pcall_done(L, status, ctx);
}

static int
base_pcall(lua_State *L)
{
    return call_protected(L, exits(L));
}

int
golib_catch(lua_State *L)
{
    return call_protected(L, PCALL_EXITS);
}

/* The handler of xpcall does not see what may not be caught. */
static int
xpcall_handler(lua_State *L)
{
    if (task_is_exit(L, 1))
        return 1;
    lua_settop(L, 1);
    blame_caller(L, L);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    return 1;
}

static int
base_xpcall(lua_State *L)
{
    lua_KContext ctx = 2 | exits(L);
    int status, n = lua_gettop(L);

    luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, xpcall_handler, 1);
    lua_replace(L, 2);
    lua_pushboolean(L, 1);
    lua_pushvalue(L, 1);
    lua_rotate(L, 3, 2);
    status = lua_pcallk(L, n - 2, LUA_MULTRET, 2, ctx, pcall_done);
    return pcall_done(L, status, ctx);
}

void
lib_go(lua_State *L)
{
    static const luaL_Reg fns[] = {
        { "go", base_go },       { "panic", base_panic },
        { "pcall", base_pcall }, { "xpcall", base_xpcall },
        { NULL, NULL },
    };

    lua_pushglobaltable(L);
    luaL_setfuncs(L, fns, 0);
    lua_createtable(L, 0, 2);
    lua_pushcfunction(L, defer_close);
    lua_setfield(L, -2, "__close");
    lua_pushliteral(L, "defer");
    lua_setfield(L, -2, "__name");
    lua_pushcclosure(L, base_defer, 1);
    lua_setfield(L, -2, "defer");
    lua_pop(L, 1);
}
