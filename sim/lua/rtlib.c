/*
 * rtlib.c - runtime, syscall, work.
 */
#include "lua/lua.h"

#include <stdlib.h>

#include "lua/embedded.h"

static int
rt_Gosched(lua_State *L)
{
    struct world *w = world_of(L);

    OP_BEGIN(L, w, rt_Gosched, EV_YIELD, NULL);
    sched_cost(w, COST_GOSCHED);
    if (!op_can_block(L))
        return 0;
    w->sched->yield = YIELD_GOSCHED;
    return op_block(L, NULL, 0);
}

static int
rt_Goexit(lua_State *L)
{
    OP_BEGIN(L, world_of(L), rt_Goexit, EV_G_EXIT, NULL);
    sched_g(world_of(L))->exits = true;
    return task_goexit(L);
}

static int
rt_NumGoroutine(lua_State *L)
{
    const struct sched *s = world_of(L)->sched;

    lua_pushinteger(L, s->live - s->hidden);
    return 1;
}

static int
rt_GOMAXPROCS(lua_State *L)
{
    struct world *w = world_of(L);
    lua_Integer n = luaL_optinteger(L, 1, 0);
    int old = w->sched->nproc;

    OP_BEGIN(L, w, rt_GOMAXPROCS, EV_PROCS, NULL);
    if (n > 256)
        return luaL_error(L, "runtime.GOMAXPROCS: %I Ps, at most 256", n);
    if (n >= 1 && !sched_set_procs(w, (int)n))
        return op_no_memory(L);
    lua_pushinteger(L, old);
    return 1;
}

static int
rt_NumCPU(lua_State *L)
{
    lua_pushinteger(L, luax_of(world_of(L))->ncpu);
    return 1;
}

static int
rt_GoID(lua_State *L)
{
    lua_pushinteger(L, sched_g(world_of(L))->id);
    return 1;
}

static int
rt_LockOSThread(lua_State *L)
{
    OP_BEGIN(L, world_of(L), rt_LockOSThread, EV_OTHER, NULL);
    sched_lock_thread(world_of(L), true);
    return 0;
}

static int
rt_UnlockOSThread(lua_State *L)
{
    OP_BEGIN(L, world_of(L), rt_UnlockOSThread, EV_OTHER, NULL);
    sched_lock_thread(world_of(L), false);
    return 0;
}

static int
rt_GC(lua_State *L)
{
    OP_BEGIN(L, world_of(L), rt_GC, EV_GC, NULL);
    sched_event(world_of(L), EV_GC, 0, 0);
    embedded_collected(L);
    lua_gc(L, LUA_GCCOLLECT);
    lua_gc(L, LUA_GCCOLLECT);
    return 0;
}

static int
push_text(lua_State *L)
{
    const struct tb *t = lua_touserdata(L, 1);

    lua_pushlstring(L, t->buf != NULL ? t->buf : "", t->len);
    return 1;
}

/* The text is the host's memory: it is given back even where the program has
 * no room for it. */
static int
rt_Stack(lua_State *L)
{
    struct world *w = world_of(L);
    struct tb t = { .w = w };
    int status;

    if (lua_toboolean(L, 1))
        tb_all(&t, sched_g(w));
    else
        tb_goroutine(&t, sched_g(w));
    lua_pushcfunction(L, push_text);
    lua_pushlightuserdata(L, &t);
    status = lua_pcall(L, 1, 1, 0);
    free(t.buf);
    return status == LUA_OK ? 1 : lua_error(L);
}

/* --- work(d), syscall.Block(d) ----------------------------------------- */

enum { CHUNK = 1000 * 1000 }; /* ns of work between looks at the clock */

static int
work_on(lua_State *L, int status, lua_KContext left)
{
    struct world *w = world_of(L);

    (void)status;
    while (left > 0 && !op_explored(w)) {
        int64_t n = left < CHUNK ? left : CHUNK;

        if (!sched_may_act(w) && op_defer(L, w, EV_COMPUTE, NULL, OP_PLAIN))
            return op_block(L, work_on, left);
        w->ticks++;
        sched_cost(w, n);
        left -= n;
    }
    return 0;
}

static int64_t
check_ns(lua_State *L)
{
    lua_Number d = luaL_checknumber(L, 1);

    if (lua_isinteger(L, 1))
        return lua_tointeger(L, 1);
    if (!(d < 9.2e18 && d > -9.2e18))
        return luaL_argerror(L, 1, "duration out of range");
    return (int64_t)d;
}

static int
base_work(lua_State *L)
{
    return work_on(L, LUA_OK, check_ns(L));
}

static int
sys_Block(lua_State *L)
{
    struct world *w = world_of(L);
    int64_t d = check_ns(L);

    OP_BEGIN(L, w, sys_Block, EV_SYSCALL, NULL);
    if (d <= 0)
        return 0;
    if (op_explored(w))
        return op_sleep(L, d);
    op_must_yield(L);
    sched_event(w, EV_SYSCALL, 0, d);
    w->sched->cur->sysdur = d;
    w->sched->yield = YIELD_SYSCALL;
    return op_block(L, NULL, 0);
}

void
lib_runtime(lua_State *L)
{
    static const luaL_Reg fns[] = {
        { "Gosched", rt_Gosched },
        { "Goexit", rt_Goexit },
        { "NumGoroutine", rt_NumGoroutine },
        { "GOMAXPROCS", rt_GOMAXPROCS },
        { "NumCPU", rt_NumCPU },
        { "GoID", rt_GoID },
        { "LockOSThread", rt_LockOSThread },
        { "UnlockOSThread", rt_UnlockOSThread },
        { "GC", rt_GC },
        { "Stack", rt_Stack },
        { NULL, NULL },
    };

    luaL_newlib(L, fns);
    lua_setglobal(L, "runtime");
    lua_newtable(L);
    lua_pushcfunction(L, sys_Block);
    lua_setfield(L, -2, "Block");
    lua_setglobal(L, "syscall");
    lua_register(L, "work", base_work);
}
