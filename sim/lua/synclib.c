/*
 * synclib.c - sync.Mutex and sync.WaitGroup as scripts see them.
 */
#include "lua/fault.h"
#include "lua/stack.h"

/* --- Mutex ------------------------------------------------------------- */

static struct umutex *
check_mutex(lua_State *L)
{
    return stack_self(L, OBJ_MUTEX, "sync.Mutex");
}

static int lock_goes_on(lua_State *L, enum lock_act act);

static int
lock_again(lua_State *L, int status, lua_KContext ctx)
{
    struct world *w = world_of(L);
    struct umutex *mu = lua_touserdata(L, 1);

    (void)status;
    (void)ctx;
    if (!sched_may_act(w) && op_defer(L, w, EV_LOCK, mu, OP_PLAIN))
        return op_block(L, lock_again, 0);
    return lock_goes_on(L, mutex_again(w, &mu->o, &mu->m, sched_g(w)));
}

static int
lock_goes_on(lua_State *L, enum lock_act act)
{
    return act == LOCK_OK ? 0 : op_block(L, lock_again, 0);
}

static int
mutex_Lock(lua_State *L)
{
    struct world *w = world_of(L);
    struct umutex *mu = check_mutex(L);

    OP_BEGIN(L, w, mutex_Lock, EV_LOCK, mu);
    if (mu->m.locked || mu->m.starving)
        op_must_yield(L);
    return lock_goes_on(L, mutex_lock(w, &mu->o, &mu->m, sched_g(w)));
}

static int
mutex_Unlock(lua_State *L)
{
    struct world *w = world_of(L);
    struct umutex *mu = check_mutex(L);

    OP_BEGIN(L, w, mutex_Unlock, EV_UNLOCK, mu);
    if (FAULT_SKIPS(L, w, FAULT_UNLOCK, 1))
        return 0;
    switch (mutex_unlock(w, &mu->o, &mu->m, sched_g(w),
                         "sync: unlock of unlocked mutex")) {
    case LOCK_FATAL:
        return op_fatal(L, w->sched->fatal);
    case LOCK_YIELD:
        return op_can_block(L) ? op_block(L, NULL, 0) : 0;
    case LOCK_OK:
    case LOCK_PARKED:
    case LOCK_AGAIN:
    case LOCK_PANIC:
        break;
    }
    return 0;
}

static int
mutex_TryLock(lua_State *L)
{
    struct world *w = world_of(L);
    struct umutex *mu = check_mutex(L);

    OP_BEGIN_AS(L, w, mutex_TryLock, EV_LOCK, mu, OP_TRY);
    lua_pushboolean(L, mutex_try(w, &mu->o, &mu->m, sched_g(w)));
    return 1;
}

static int
new_mutex(lua_State *L)
{
    struct umutex *mu;

    lua_settop(L, 1);
    mu = obj_push(L, sizeof *mu, 0);
    obj_init(world_of(L), &mu->o, OBJ_MUTEX);
    obj_named(L, &mu->o, 1);
    return 1;
}

/* --- WaitGroup --------------------------------------------------------- */

static struct waitgroup *
check_wg(lua_State *L)
{
    return stack_self(L, OBJ_WG, "sync.WaitGroup");
}

static inline int
add(lua_State *L, struct waitgroup *wg, int64_t n)
{
    struct world *w = world_of(L);

    if (wg_add(w, wg, n) == LOCK_PANIC)
        return op_panic(L, w->sched->fatal);
    return 0;
}

static int
wg_Add(lua_State *L)
{
    struct waitgroup *wg = check_wg(L);
    lua_Integer n = stack_integer(L, 2);

    OP_BEGIN(L, world_of(L), wg_Add, EV_WG, wg);
    return add(L, wg, n);
}

static int
wg_Done(lua_State *L)
{
    struct waitgroup *wg = check_wg(L);

    OP_BEGIN(L, world_of(L), wg_Done, EV_WG, wg);
    if (FAULT_SKIPS(L, world_of(L), FAULT_DONE, 1))
        return 0;
    return add(L, wg, -1);
}

static int
wait_over(lua_State *L, int status, lua_KContext ctx)
{
    struct world *w = world_of(L);

    (void)status;
    (void)ctx;
    if (wg_woken(w, lua_touserdata(L, 1)) == LOCK_PANIC)
        return op_panic(L, w->sched->fatal);
    return 0;
}

static int
wg_Wait(lua_State *L)
{
    struct world *w = world_of(L);
    struct waitgroup *wg = check_wg(L);

    OP_BEGIN_AS(L, w, wg_Wait, EV_WG, wg, OP_WAIT);
    if (wg->count != 0)
        op_must_yield(L);
    if (wg_wait(w, wg, sched_g(w)) == LOCK_PARKED)
        return op_block(L, wait_over, 0);
    return 0;
}

/* The body of wg:Go(f): Done when f returns or calls Goexit, but not when it
 * panics: that is recovered, and panicked with again (WG-5). */
static int
go_done(lua_State *L, int status, lua_KContext ctx)
{
    struct waitgroup *wg = lua_touserdata(L, lua_upvalueindex(1));

    (void)ctx;
    if (status != LUA_OK && status != LUA_YIELD && !task_is_exit(L, -1)) {
        report_repanic(world_of(L));
        return lua_error(L);
    }
    if (world_of(L)->end.how == END_NOT &&
        !FAULT_SKIPS(L, world_of(L), FAULT_DONE, lua_upvalueindex(1)))
        add(L, wg, -1);
    if (status != LUA_OK && status != LUA_YIELD)
        return lua_error(L);
    return 0;
}

static int
go_body(lua_State *L)
{
    int status;

    lua_pushcfunction(L, task_panicked);
    lua_pushvalue(L, lua_upvalueindex(2));
    status = lua_pcallk(L, 0, 0, 1, 0, go_done);
    return go_done(L, status, 0);
}

static int
wg_Go(lua_State *L)
{
    struct world *w = world_of(L);
    struct waitgroup *wg = check_wg(L);
    const struct site *made;

    luaL_checktype(L, 2, LUA_TFUNCTION);
    OP_BEGIN(L, w, wg_Go, EV_GO, wg);
    add(L, wg, 1);
    made = site_here(L, 2);
    lua_settop(L, 2);
    lua_pushcclosure(L, go_body, 2);
    if (task_go(L, 0, made, sched_g(w)->id) == NULL)
        return op_leave(L);
    return 0;
}

static int
new_wg(lua_State *L)
{
    struct waitgroup *wg;

    lua_settop(L, 1);
    wg = obj_push(L, sizeof *wg, 0);
    obj_init(world_of(L), &wg->o, OBJ_WG);
    obj_named(L, &wg->o, 1);
    return 1;
}

void
lib_sync(lua_State *L)
{
    static const luaL_Reg mutex[] = {
        { "Lock", mutex_Lock }, { "Unlock", mutex_Unlock },
        { "TryLock", mutex_TryLock }, { NULL, NULL },
    };
    static const luaL_Reg wg[] = {
        { "Add", wg_Add }, { "Done", wg_Done }, { "Wait", wg_Wait },
        { "Go", wg_Go }, { NULL, NULL },
    };

    lua_newtable(L);
    obj_class(L, "sync.Mutex", mutex, new_mutex);
    lua_setfield(L, -3, "Mutex");
    lua_pop(L, 1);
    obj_class(L, "sync.WaitGroup", wg, new_wg);
    lua_setfield(L, -3, "WaitGroup");
    lua_pop(L, 1);
    lib_rw(L);
    lua_setglobal(L, "sync");
}
