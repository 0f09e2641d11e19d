/*
 * rwlib.c - sync.RWMutex and sync.Cond as scripts see them.
 */
#include "lua/fault.h"
#include "lua/stack.h"

/* --- RWMutex ----------------------------------------------------------- */

static struct rwmutex *
check_rw(lua_State *L)
{
    return stack_self(L, OBJ_RWMUTEX, "sync.RWMutex");
}

static int
done(lua_State *L, enum lock_act act)
{
    if (act == LOCK_FATAL)
        return op_fatal(L, world_of(L)->sched->fatal);
    if (act == LOCK_YIELD && op_can_block(L))
        return op_block(L, NULL, 0);
    return 0;
}

static int
rw_RLock(lua_State *L)
{
    struct world *w = world_of(L);
    struct rwmutex *rw = check_rw(L);

    OP_BEGIN_AS(L, w, rw_RLock, EV_LOCK, rw, OP_READ);
    if (rw->pending)
        op_must_yield(L);
    if (rw_rlock(w, rw, sched_g(w)) == LOCK_PARKED)
        return op_block(L, NULL, 0);
    return 0;
}

static int
rw_RUnlock(lua_State *L)
{
    struct rwmutex *rw = check_rw(L);

    OP_BEGIN_AS(L, world_of(L), rw_RUnlock, EV_UNLOCK, rw, OP_READ);
    if (FAULT_SKIPS(L, world_of(L), FAULT_UNLOCK, 1))
        return 0;
    return done(L, rw_runlock(world_of(L), rw, sched_g(world_of(L))));
}

static int
readers_left(lua_State *L, int status, lua_KContext ctx)
{
    (void)status;
    (void)ctx;
    rw_acquired(lua_touserdata(L, 1), sched_g(world_of(L)));
    return 0;
}

/* For an explorer to acquire is a step of its own, after announcing. */
static int
acquire(lua_State *L)
{
    struct world *w = world_of(L);
    struct rwmutex *rw = lua_touserdata(L, 1);

    OP_BEGIN_AS(L, w, acquire, EV_LOCK, rw, OP_ACQUIRE);
    if (rw_announce(w, rw, sched_g(w)) == LOCK_PARKED)
        return op_block(L, readers_left, 0);
    return 0;
}

static int has_writers(lua_State *L, enum lock_act act);

static int
writers_again(lua_State *L, int status, lua_KContext ctx)
{
    struct world *w = world_of(L);
    struct rwmutex *rw = lua_touserdata(L, 1);

    (void)status;
    (void)ctx;
    if (!sched_may_act(w) && op_defer(L, w, EV_LOCK, rw, OP_PLAIN))
        return op_block(L, writers_again, 0);
    return has_writers(L, mutex_again(w, &rw->o, &rw->w, sched_g(w)));
}

/* The first half of Lock, against other writers, has come to act. */
static int
has_writers(lua_State *L, enum lock_act act)
{
    struct world *w = world_of(L);
    struct rwmutex *rw = lua_touserdata(L, 1);

    if (act != LOCK_OK)
        return op_block(L, writers_again, 0);
    if (rw->readers > 0)
        op_must_yield(L);
    if (op_explored(w)) {
        rw_exclude(rw);
        return acquire(L);
    }
    if (rw_announce(w, rw, sched_g(w)) == LOCK_PARKED)
        return op_block(L, readers_left, 0);
    return 0;
}

static int
rw_Lock(lua_State *L)
{
    struct world *w = world_of(L);
    struct rwmutex *rw = check_rw(L);

    OP_BEGIN(L, w, rw_Lock, EV_LOCK, rw);
    if (rw->w.locked || rw->w.starving)
        op_must_yield(L);
    return has_writers(L, mutex_lock(w, &rw->o, &rw->w, sched_g(w)));
}

static int
rw_Unlock(lua_State *L)
{
    struct world *w = world_of(L);
    struct rwmutex *rw = check_rw(L);

    OP_BEGIN(L, w, rw_Unlock, EV_UNLOCK, rw);
    if (FAULT_SKIPS(L, w, FAULT_UNLOCK, 1))
        return 0;
    return done(L, rw_unlock(w, rw, sched_g(w)));
}

static int
rw_TryLock(lua_State *L)
{
    struct world *w = world_of(L);
    struct rwmutex *rw = check_rw(L);

    OP_BEGIN_AS(L, w, rw_TryLock, EV_LOCK, rw, OP_TRY);
    lua_pushboolean(L, rw_try_lock(w, rw, sched_g(w)));
    return 1;
}

static int
rw_TryRLock(lua_State *L)
{
    struct rwmutex *rw = check_rw(L);

    OP_BEGIN_AS(L, world_of(L), rw_TryRLock, EV_LOCK, rw, OP_TRY);
    lua_pushboolean(L, rw_try_rlock(world_of(L), rw));
    return 1;
}

/* A locker whose Lock and Unlock are RLock and RUnlock of the RWMutex that
 * is upvalue 1. */
static int
read_lock(lua_State *L)
{
    lua_settop(L, 0);
    lua_pushvalue(L, lua_upvalueindex(1));
    return rw_RLock(L);
}

static int
read_unlock(lua_State *L)
{
    lua_settop(L, 0);
    lua_pushvalue(L, lua_upvalueindex(1));
    return rw_RUnlock(L);
}

static int
rw_RLocker(lua_State *L)
{
    check_rw(L);
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, 1);
    lua_pushcclosure(L, read_lock, 1);
    lua_setfield(L, -2, "Lock");
    lua_pushvalue(L, 1);
    lua_pushcclosure(L, read_unlock, 1);
    lua_setfield(L, -2, "Unlock");
    return 1;
}

static int
new_rw(lua_State *L)
{
    struct rwmutex *rw;

    lua_settop(L, 1);
    rw = obj_push(L, sizeof *rw, 0);
    obj_init(world_of(L), &rw->o, OBJ_RWMUTEX);
    obj_named(L, &rw->o, 1);
    return 1;
}

/* --- Cond -------------------------------------------------------------- */

static struct cond *
check_cond(lua_State *L)
{
    return stack_self(L, OBJ_COND, "sync.Cond");
}

static int
locked_again(lua_State *L, int status, lua_KContext ctx)
{
    (void)status;
    (void)ctx;
    sched_g(world_of(L))->also = NULL;
    return 0;
}

static int
relock(lua_State *L, int status, lua_KContext ctx)
{
    (void)status;
    (void)ctx;
    lua_settop(L, 1);
    sched_g(world_of(L))->also = lua_touserdata(L, 1);
    lua_getiuservalue(L, 1, 1);
    lua_getfield(L, 2, "Lock");
    lua_insert(L, 2);
    lua_callk(L, 1, 0, 0, locked_again);
    return locked_again(L, LUA_OK, 0);
}

static int
unlocked(lua_State *L, int status, lua_KContext ctx)
{
    struct world *w = world_of(L);

    (void)status;
    (void)ctx;
    if (cond_wait(w, lua_touserdata(L, 1), sched_g(w)) == LOCK_PARKED)
        return op_block(L, relock, 0);
    return relock(L, LUA_OK, 0);
}

/* Take a ticket, unlock L, park, lock L again (CO-1). Until it parks, an
 * explorer takes it for one step. */
static int
cond_Wait(lua_State *L)
{
    struct world *w = world_of(L);
    struct cond *c = check_cond(L);

    lua_settop(L, 1);
    lua_getiuservalue(L, 1, 1);
    if (op_explored(w))
        sched_g(w)->also = obj_to(L, 2);
    OP_BEGIN_AS(L, w, cond_Wait, EV_COND, c, OP_WAIT);
    op_must_yield(L);
    cond_enter(w, c, sched_g(w));
    w->sched->granted |= op_explored(w);
    lua_getfield(L, 2, "Unlock");
    lua_insert(L, 2);
    lua_callk(L, 1, 0, 0, unlocked);
    return unlocked(L, LUA_OK, 0);
}

static int
cond_Signal(lua_State *L)
{
    struct cond *c = check_cond(L);

    OP_BEGIN(L, world_of(L), cond_Signal, EV_COND, c);
    if (FAULT_SKIPS(L, world_of(L), FAULT_SIGNAL, 1))
        return 0;
    cond_signal(world_of(L), c);
    return 0;
}

static int
cond_Broadcast(lua_State *L)
{
    struct cond *c = check_cond(L);

    OP_BEGIN(L, world_of(L), cond_Broadcast, EV_COND, c);
    if (FAULT_SKIPS(L, world_of(L), FAULT_SIGNAL, 1))
        return 0;
    cond_broadcast(world_of(L), c);
    return 0;
}

/* cond.L, or a method: upvalue 1. */
static int
cond_index(lua_State *L)
{
    const char *key = lua_tostring(L, 2);

    check_cond(L);
    if (key != NULL && key[0] == 'L' && key[1] == '\0') {
        lua_getiuservalue(L, 1, 1);
        return 1;
    }
    lua_pushvalue(L, 2);
    lua_rawget(L, lua_upvalueindex(1));
    return 1;
}

static int
new_cond(lua_State *L)
{
    struct cond *c;

    luaL_argexpected(L, lua_istable(L, 1) || lua_isuserdata(L, 1), 1,
                     "locker");
    lua_settop(L, 2);
    c = obj_push(L, sizeof *c, 1);
    obj_init(world_of(L), &c->o, OBJ_COND);
    obj_named(L, &c->o, 2);
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    return 1;
}

/* Adds to the table sync on top of the stack. */
void
lib_rw(lua_State *L)
{
    static const luaL_Reg rw[] = {
        { "RLock", rw_RLock }, { "RUnlock", rw_RUnlock },
        { "Lock", rw_Lock }, { "Unlock", rw_Unlock },
        { "TryLock", rw_TryLock }, { "TryRLock", rw_TryRLock },
        { "RLocker", rw_RLocker }, { NULL, NULL },
    };
    static const luaL_Reg cond[] = {
        { "Wait", cond_Wait }, { "Signal", cond_Signal },
        { "Broadcast", cond_Broadcast }, { NULL, NULL },
    };

    obj_class(L, "sync.RWMutex", rw, new_rw);
    lua_setfield(L, -3, "RWMutex");
    lua_pop(L, 1);
    obj_class(L, "sync.Cond", cond, new_cond);
    lua_setfield(L, -3, "Cond");
    lua_getfield(L, -1, "__index");
    lua_pushcclosure(L, cond_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}
