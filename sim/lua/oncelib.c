/*
 * oncelib.c - sync.Once (ON-1).
 *
 * As in Go, the others wait for a lock until f has returned; it is not taken
 * any more once f is done, which Do sees first. Else Do is written in Lua, in
 * sync_extra.lua, on its two halves here: before f and after it. For an
 * explorer each is one step.
 */
#include "lua/stack.h"

static struct once *
check_once(lua_State *L)
{
    return stack_self(L, OBJ_ONCE, "sync.Once");
}

static int has_lock(lua_State *L, enum lock_act act);

static int
lock_again(lua_State *L, int status, lua_KContext ctx)
{
    struct world *w = world_of(L);
    struct once *on = lua_touserdata(L, 1);

    (void)status;
    (void)ctx;
    if (!sched_may_act(w) && op_defer(L, w, EV_LOCK, on, OP_ENTER))
        return op_block(L, lock_again, 0);
    return has_lock(L, mutex_again(w, &on->o, &on->m, sched_g(w)));
}

/* Give the lock back. */
static int
unlock(lua_State *L, struct once *on, int nres)
{
    struct world *w = world_of(L);
    enum lock_act act = mutex_unlock(w, &on->o, &on->m, sched_g(w), NULL);

    if (act == LOCK_YIELD && op_can_block(L))
        return lua_yieldk(L, 0, nres, op_results);
    return nres;
}

/* The lock, once it is there, is kept while f runs. */
static int
has_lock(lua_State *L, enum lock_act act)
{
    struct once *on = lua_touserdata(L, 1);

    if (act != LOCK_OK)
        return op_block(L, lock_again, 0);
    lua_pushboolean(L, on->state == ONCE_NEW);
    if (on->state != ONCE_NEW)
        return unlock(L, on, 1);
    on->state = ONCE_RUNS;
    return 1;
}

/* enter(once): is it for the caller to run f? */
static int
once_enter(lua_State *L)
{
    struct world *w = world_of(L);
    struct once *on = check_once(L);

    OP_BEGIN_AS(L, w, once_enter, EV_LOCK, on, OP_ENTER);
    if (on->state == ONCE_DONE) {
        sched_heard(w, HEARD_ACQUIRE, on->o.id, HEARD_AT_LOCK);
        cost_load(w, &on->o.line);
        lua_pushboolean(L, 0);
        return 1;
    }
    if (on->m.locked || on->m.starving)
        op_must_yield(L);
    return has_lock(L, mutex_lock(w, &on->o, &on->m, sched_g(w)));
}

static int
once_leave(lua_State *L)
{
    struct once *on = check_once(L);

    OP_BEGIN_AS(L, world_of(L), once_leave, EV_UNLOCK, on, OP_LEAVE);
    on->state = ONCE_DONE;
    return unlock(L, on, 0);
}

/* What is in Lua has returned. */
static int
called(lua_State *L, int status, lua_KContext ctx)
{
    (void)L;
    (void)status;
    (void)ctx;
    return 0;
}

static int
once_Do(lua_State *L)
{
    struct world *w = world_of(L);
    struct once *on = check_once(L);

    if (on->state == ONCE_DONE) {
        OP_BEGIN_AS(L, w, once_Do, EV_LOCK, on, OP_ENTER);
        sched_heard(w, HEARD_ACQUIRE, on->o.id, HEARD_AT_LOCK);
        cost_load(w, &on->o.line);
        return 0;
    }
    lua_settop(L, 2);
    if (!lua_isfunction(L, 2) &&
        luaL_getmetafield(L, 2, "__call") == LUA_TNIL)
        return luaL_typeerror(L, 2, "function");
    lua_settop(L, 2);
    lua_getfield(L, LUA_REGISTRYINDEX, "gopark.once");
    lua_getfield(L, -1, "first");
    lua_replace(L, 3);
    lua_insert(L, 1);
    lua_callk(L, 2, 0, 0, called);
    return 0;
}

static int
new_once(lua_State *L)
{
    struct once *on;

    lua_settop(L, 1);
    on = obj_push(L, sizeof *on, 0);
    obj_init(world_of(L), &on->o, OBJ_ONCE);
    obj_named(L, &on->o, 1);
    return 1;
}

/* look(object, changes): tells an explorer that what the object guards is
 * about to be read, or changed. */
static int
look(lua_State *L)
{
    struct world *w = world_of(L);
    struct obj *o = obj_to(L, 1);
    bool changes = lua_toboolean(L, 2);

    if (o == NULL)
        return 0;
    OP_SEEN(L, w, look, EV_OTHER, o, changes ? OP_TOUCH : OP_LOOK);
    sched_heard(w, HEARD_ACQUIRE, o->id, HEARD_AT_LOCK);
    if (changes)
        sched_heard(w, HEARD_MERGE, o->id, HEARD_AT_LOCK);
    return 0;
}

/* For the libraries in Lua, in the registry; first is where they put theirs. */
void
lib_once(lua_State *L)
{
    static const luaL_Reg fns[] = {
        { "enter", once_enter }, { "leave", once_leave }, { NULL, NULL },
    };
    static const luaL_Reg methods[] = { { "Do", once_Do }, { NULL, NULL } };

    luaL_newlib(L, fns);
    obj_class(L, "sync.Once", methods, new_once);
    lua_setfield(L, -3, "new");
    lua_pop(L, 1);
    lua_pushcfunction(L, look);
    lua_setfield(L, LUA_REGISTRYINDEX, "gopark.look");
    lua_setfield(L, LUA_REGISTRYINDEX, "gopark.once");
}
