/*
 * coro.c - plain Lua coroutines inside goroutines (MODEL-11).
 *
 * A goroutine is then a chain of threads. When the innermost one has to come
 * back to the driver, each resumer above it yields as well, and goes on
 * resuming when the driver resumes the goroutine. A script's own yield stops
 * at its resumer, as in Lua; lx->user_yield tells them apart.
 */
#include "lua/lua.h"

#include <assert.h>

#include "lua/count.h"

static bool
in_coroutine(lua_State *L)
{
    return (void *)L != sched_g(world_of(L))->task;
}

/* Move what co gave back to L, or its error; n values. */
static int
hand_back(lua_State *L, lua_State *co, int n)
{
    if (!lua_checkstack(L, n + 1)) {
        lua_pop(co, n);
        return luaL_error(L, "too many results to resume");
    }
    lua_xmove(co, L, n);
    return n;
}

static int resumed(lua_State *L, lua_State *co, int nargs, bool wrap);

static int
resumed_k(lua_State *L, int status, lua_KContext wrap)
{
    struct g *gp = sched_g(world_of(L));
    lua_State *co = wrap ? lua_tothread(L, lua_upvalueindex(1))
                         : lua_tothread(L, 1);

    int n = 0;

    (void)status;
    if (gp->inner == (void *)co) {
        n = gp->nret;
        gp->nret = 0;
    }
    return resumed(L, co, n, wrap != 0);
}

/* An error in a wrapped coroutine goes on in its caller, with the position
 * of the call in front if it is a string, as in Lua. */
static int
wrap_failed(lua_State *L, lua_State *co)
{
    if (lua_status(co) != LUA_OK && lua_status(co) != LUA_YIELD &&
        !task_is_exit(L, -1)) {
        lua_resetthread(co);
        lua_xmove(co, L, 1);
    }
    if (lua_type(L, -1) == LUA_TSTRING) {
        luaL_where(L, 1);
        lua_insert(L, -2);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

static int
failed(lua_State *L, lua_State *co, int status, bool wrap)
{
    hand_back(L, co, 1);
    if (task_is_exit(L, -1))
        return lua_error(L);
    blame_caller(L, co);
    if (task_out_of_memory(L, status))
        return op_leave(L);
    if (wrap)
        return wrap_failed(L, co);
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
}

/* Run co with the n arguments on top of L; what it did before is counted. */
static int
begin(lua_State *L, lua_State *co, int n, bool wrap)
{
    lua_xmove(L, co, n);
    *task_user(co) = (uintptr_t)sched_g(world_of(L)) |
                     (op_can_block(L) ? 0 : TASK_BOXED);
    sched_g(world_of(L))->instructions -= (uint64_t)count_since(co);
    return resumed(L, co, n, wrap);
}

/* Run co until it yields to its resumer, ends, or has to wait. */
static int
resumed(lua_State *L, lua_State *co, int nargs, bool wrap)
{
    struct world *w = world_of(L);
    struct luax *lx = luax_of(w);
    struct g *gp = sched_g(w);
    bool nested = gp->inner == (void *)L || gp->inner == NULL;
    int status, n;

    if (nested)
        gp->inner = co;
    status = lua_resume(co, L, nargs, &n);
    gp = sched_g(w);
    if (status == LUA_YIELD && !lx->user_yield)
        return lua_yieldk(L, 0, wrap, resumed_k);
    lx->user_yield = false;
    *task_user(co) = 0;
    gp->inner = L;
    gp->instructions += (uint64_t)count_since(co);
    if (status != LUA_OK && status != LUA_YIELD)
        return failed(L, co, status, wrap);
    hand_back(L, co, n);
    if (wrap)
        return n;
    lua_pushboolean(L, 1);
    lua_insert(L, -n - 1);
    return n + 1;
}

static const char *
cannot_resume(lua_State *co)
{
    if (*task_user(co) != 0)
        return "cannot resume non-suspended coroutine";
    if (lua_status(co) == LUA_OK && lua_gettop(co) == 0)
        return "cannot resume dead coroutine";
    if (lua_status(co) != LUA_OK && lua_status(co) != LUA_YIELD)
        return "cannot resume dead coroutine";
    if (lua_status(co) == LUA_OK) {
        lua_Debug ar;

        if (lua_getstack(co, 0, &ar))
            return "cannot resume non-suspended coroutine";
    }
    return NULL;
}

static lua_State *
check_co(lua_State *L)
{
    lua_State *co = lua_tothread(L, 1);

    luaL_argexpected(L, co, 1, "coroutine");
    return co;
}

static int
co_resume(lua_State *L)
{
    lua_State *co = check_co(L);
    int n = lua_gettop(L) - 1;
    const char *why = cannot_resume(co);

    if (why == NULL && !lua_checkstack(co, n))
        why = "too many arguments to resume";
    if (why != NULL) {
        lua_pushboolean(L, 0);
        lua_pushstring(L, why);
        return 2;
    }
    return begin(L, co, n, false);
}

static int
co_wrapped(lua_State *L)
{
    lua_State *co = lua_tothread(L, lua_upvalueindex(1));
    int n = lua_gettop(L);
    const char *why = cannot_resume(co);

    if (why == NULL && !lua_checkstack(co, n))
        why = "too many arguments to resume";
    if (why != NULL)
        return luaL_error(L, "%s", why);
    return begin(L, co, n, true);
}

static int
co_create(lua_State *L)
{
    lua_State *co;

    luaL_checktype(L, 1, LUA_TFUNCTION);
    co = lua_newthread(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, co, 1);
    return 1;
}

static int
co_wrap(lua_State *L)
{
    co_create(L);
    lua_pushcclosure(L, co_wrapped, 1);
    return 1;
}

static int
co_yield(lua_State *L)
{
    if (!in_coroutine(L))
        return luaL_error(L, "attempt to yield from outside a coroutine");
    if (lua_isyieldable(L))
        luax_of(world_of(L))->user_yield = true;
    return lua_yield(L, lua_gettop(L));
}

static const char *
status_of(lua_State *L, lua_State *co)
{
    if (co == L)
        return "running";
    if (*task_user(co) != 0)
        return "normal"; /* or another goroutine is in it */
    if (lua_status(co) == LUA_YIELD)
        return "suspended";
    if (lua_status(co) == LUA_OK && lua_gettop(co) > 0)
        return "suspended";
    return "dead";
}

static int
co_status(lua_State *L)
{
    lua_pushstring(L, status_of(L, check_co(L)));
    return 1;
}

static int
co_running(lua_State *L)
{
    lua_pushthread(L);
    lua_pushboolean(L, !in_coroutine(L));
    return 2;
}

static int
co_isyieldable(lua_State *L)
{
    lua_State *co = lua_isthread(L, 1) ? lua_tothread(L, 1) : L;

    lua_pushboolean(L, in_coroutine(co) && lua_isyieldable(co));
    return 1;
}

static int
co_close(lua_State *L)
{
    lua_State *co = check_co(L);
    const char *st = status_of(L, co);

    if (st[0] != 's' && st[0] != 'd')
        return luaL_error(L, "cannot close a %s coroutine", st);
    if (lua_resetthread(co) == LUA_OK) {
        lua_pushboolean(L, 1);
        return 1;
    }
    lua_pushboolean(L, 0);
    lua_xmove(co, L, 1);
    return 2;
}

void
lib_coroutine(lua_State *L)
{
    static const luaL_Reg fns[] = {
        { "create", co_create },     { "resume", co_resume },
        { "wrap", co_wrap },         { "yield", co_yield },
        { "status", co_status },     { "running", co_running },
        { "isyieldable", co_isyieldable }, { "close", co_close },
        { NULL, NULL },
    };

    luaL_newlib(L, fns);
    lua_setglobal(L, "coroutine");
}
