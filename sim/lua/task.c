/*
 * task.c - a goroutine is a Lua thread, and this is how it is run.
 *
 * Threads are anchored once, in one table, and reused: a dead G leaves its
 * thread to the next one. A goroutine that has not run yet has none (see
 * starts.c), so that a million of them that run one after the other share one.
 *
 * The bottom of each thread is goroutine(), which calls the function
 * protected, so that deferred functions run, and may block, whichever way it
 * ends; the message handler takes the traceback before anything unwinds.
 */
#include "lua/lua.h"

#include "lua/count.h"
#include "lua/fault.h"
#include "lua/layout.h"
#include "lua/peek.h"
#include "lua/stack.h"
#include "lua/starts.h"

static const char goexit_key; /* its address is the error Goexit raises */

bool
task_is_exit(lua_State *L, int idx)
{
    return lua_touserdata(L, idx) == (const void *)&goexit_key;
}

/* Did an error come of the memory limit? Then the program is over: it cannot
 * be caught, as in Go. */
bool
task_out_of_memory(lua_State *L, int status)
{
    struct world *w = world_of(L);

    if (status != LUA_ERRMEM && (status != LUA_ERRERR || !w->heap.denied))
        return false;
    sched_end(w, END_MEMORY, 4);
    return true;
}

int
task_goexit(lua_State *L)
{
    lua_pushlightuserdata(L, (void *)&goexit_key);
    return lua_error(L);
}

int
task_repanic(lua_State *L)
{
    struct world *w = world_of(L);

    luax_of(w)->repanic_g = sched_g(w)->id;
    return lua_error(L);
}

void
task_recovered(lua_State *L)
{
    luax_of(world_of(L))->repanic_g = 0;
}

/* --- the life of a goroutine ------------------------------------------- */

/* The main chunk is at its end, and with it the program. */
static int
main_returns(lua_State *L)
{
    struct world *w = world_of(L);

    OP_SEEN(L, w, main_returns, EV_G_EXIT, NULL, OP_END);
    if (check_finally(L))
        sched_end(w, END_RETURN, 0);
    return 0;
}

static int
ended(lua_State *L, int status, lua_KContext ctx)
{
    struct world *w = world_of(L);

    (void)ctx;
    if (status == LUA_OK || status == LUA_YIELD)
        return sched_g(w)->id == 1 ? main_returns(L) : 0;
    if (task_is_exit(L, -1))
        return 0;
    if (w->sched->explore.crash_one && status != LUA_ERRMEM)
        return 0; /* noted where it was raised */
    if (w->end.how == END_NOT) {
        if (task_out_of_memory(L, status))
            return op_leave(L);
        else
            sched_end(w, END_PANIC, 2);
    }
    return op_leave(L);
}

/* The bottom of each thread's stack: handler, function, arguments. */
static int
goroutine(lua_State *L)
{
    return ended(L, layout_pcall(L, ended), 0);
}

lua_State *
task_new_thread(lua_State *L0)
{
    struct luax *lx = luax_of(world_of(L0));
    lua_State *L;

    lua_rawgeti(L0, LUA_REGISTRYINDEX, lx->anchor);
    L = lua_newthread(L0);
    lua_rawseti(L0, -2, ++lx->nthread);
    lua_pop(L0, 1);
    return L;
}

/* One more thread for goroutines, and room to note it when it is idle. */
static lua_State *
new_runner(lua_State *L0)
{
    struct luax *lx = luax_of(world_of(L0));
    lua_State *L;

    if (lx->nrunner == lx->idle.cap) {
        int cap = lx->idle.cap == 0 ? 16 : 2 * lx->idle.cap;
        lua_State **at = heap_realloc(world_of(L0), lx->idle.at,
                                      sizeof *at * (size_t)lx->idle.cap,
                                      sizeof *at * (size_t)cap);

        if (at == NULL)
            luaL_error(L0, "not enough memory");
        lx->idle.at = at;
        lx->idle.cap = cap;
    }
    L = task_new_thread(L0);
    layout_shorten(L);
    *task_user(L) = (uintptr_t)L;
    lx->nrunner++;
    return L;
}

/* Give gp, which is about to run for the first time, a thread: that of the
 * goroutine that ended last, which the processor's cache still holds, or a new
 * one. May raise for want of memory. */
static void
bind(struct world *w, struct g *gp)
{
    struct luax *lx = luax_of(w);
    lua_State *L0 = w->lua, *L;

    L = lx->idle.n > 0 ? lx->idle.at[--lx->idle.n] : new_runner(L0);
    stack_push_cfunction(L, goroutine);
    stack_push_cfunction(L, task_panicked);
    gp->nret = (uint16_t)(1 + starts_take(L, gp));
    gp->task = gp->inner = L;
    gp->instructions -= (uint64_t)count_since(L);
}

static enum g_yield
resume(struct world *w, struct g *gp)
{
    lua_State *L;
    int n, status, nres;

    if (gp->task == NULL)
        bind(w, gp);
    if (gp->due && !count_due(w, gp))
        return w->sched->yield;
    if (gp->fault && fault_first(w, gp))
        return w->sched->yield;
    L = gp->task;
    n = 0;
    if (gp->inner == (void *)L) {
        n = gp->nret;
        gp->nret = 0; /* they are given once */
    }
    if (w->host.probe != NULL)
        probe_enter(w, gp);
    gp->object = NULL; /* that operation is over: its object may be collected */
    status = lua_resume(L, w->lua, n, &nres);
    if (luax_of(w)->alarm_L != NULL || luax_of(w)->pause_L != NULL)
        probe_leave(w);
    if (status == LUA_YIELD)
        return w->sched->yield;
    if (status == LUA_OK)
        return w->end.how == END_NOT ? YIELD_EXIT : YIELD_END;
    sched_end(w, END_MEMORY, 4);
    return YIELD_END;
}

static void
task_ended(struct world *w, struct g *gp)
{
    struct luax *lx = luax_of(w);

    if (gp->task != NULL) { /* else it is lost; see sched_outlive */
        lx->idle.at[lx->idle.n++] = gp->task;
        gp->instructions += (uint64_t)count_since(gp->task);
    }
    w->sched->n.instructions += gp->instructions;
    gp->task = gp->inner = NULL;
}

static inline void
fetch(const void *at, size_t size)
{
    for (size_t i = 0; i < size; i += 64)
        __builtin_prefetch((const char *)at + i);
}

/* The goroutine, its thread, the call of its operation, the caller of that. */
static void
task_foresee(const struct g *gp, int link)
{
    const struct callinfo *ci;

    if (link == 0) {
        fetch(gp, sizeof *gp);
    } else if (!layout_known || gp->task == NULL) {
        return;
    } else if (link == 1) {
        fetch(gp->task, sizeof(struct thread));
    } else {
        ci = ((const struct thread *)gp->task)->ci;
        if (link == 2) {
            fetch(ci, sizeof *ci);
        } else {
            fetch(ci->previous, sizeof *ci);
            fetch(ci->func - 4, 128);
        }
    }
}

const struct task_ops lua_task_ops = { resume, task_ended, task_foresee };

/* --- go ---------------------------------------------------------------- */

/* Push the function of a goroutine that has not run; false: it has. */
static bool
push_start(lua_State *L, const struct g *gp)
{
    lua_State *co = gp->task;

    if (co != NULL) {
        if (lua_status(co) != LUA_OK || lua_gettop(co) < 3)
            return false;
        peek_value(L, co, 3);
        return true;
    }
    starts_push_function(L, gp);
    return true;
}

bool
task_start(const struct world *w, const struct g *gp, lua_Debug *ar)
{
    struct peek k;
    lua_State *L = peek_begin(&k, w);
    bool any = push_start(L, gp);

    if (any)
        lua_getinfo(L, ">S", ar);
    peek_end(&k);
    return any;
}

struct g *
task_go(lua_State *L, int nargs, const struct site *made, uint32_t creator)
{
    struct world *w = world_of(L);
    struct g *gp = g_new(w);

    if (gp == NULL) {
        if (w->sched->max_gs != 0 && w->sched->live >= w->sched->max_gs)
            sched_end(w, END_GS, 4);
        else
            sched_end(w, END_MEMORY, 4);
        return NULL;
    }
    gp->made = made;
    gp->creator = creator;
    starts_put(L, gp, nargs);
    sched_go(w, gp);
    return gp;
}
