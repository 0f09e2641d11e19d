/*
 * atomiclib.c - sync/atomic: Int64, Bool, Value (AT-1, AT-2).
 *
 * The value of an Int64 or Bool is in C, that of a Value in Lua. Each
 * operation is one visible step, so all are sequentially consistent.
 */
#include "lua/stack.h"

#include <string.h>

enum { INT64, BOOL, VALUE };

struct atomic {
    struct obj o;
    int64_t v;
    int what;
    int type;   /* VALUE: Lua type of the first store, LUA_TNIL none yet */
};

enum { LOAD, STORE, RMW }; /* the value of its event */

void
obj_atomic_fill(const struct obj *o, struct gopark_object *out)
{
    out->count = ((const struct atomic *)(const void *)o)->v;
}


static inline struct atomic *
check(lua_State *L, int what)
{
    static const char *const name[] = { "atomic.Int64", "atomic.Bool",
                                        "atomic.Value" };
    struct atomic *a = stack_userdata(L, 1);

    if (UNLIKELY(a == NULL || !obj_is(&a->o, OBJ_ATOMIC) || a->what != what))
        op_wrong_self(L, name[what]);
    return a;
}

/* The cost and the event of an operation whose turn has come. */
static inline void
done(struct world *w, struct atomic *a, int kind)
{
    if (kind == LOAD)
        cost_load(w, &a->o.line);
    else
        cost_rmw(w, &a->o.line);
    sched_event(w, EV_ATOMIC, a->o.id, kind);
}

static struct atomic *
push(lua_State *L, int what)
{
    struct atomic *a;

    lua_settop(L, 1);
    a = obj_push(L, sizeof *a, 1);
    obj_init(world_of(L), &a->o, OBJ_ATOMIC);
    obj_register(L, &a->o);
    a->o.made = site_here(L, 0);
    a->what = what;
    a->type = LUA_TNIL;
    return a;
}

/* --- Int64 ------------------------------------------------------------- */

static int
int_Load(lua_State *L)
{
    struct atomic *a = check(L, INT64);

    OP_BEGIN_AS(L, world_of(L), int_Load, EV_ATOMIC, a, OP_READ);
    done(world_of(L), a, LOAD);
    stack_push_integer(L, a->v);
    return 1;
}

static int
int_Store(lua_State *L)
{
    struct atomic *a = check(L, INT64);
    lua_Integer v = stack_integer(L, 2);

    OP_BEGIN(L, world_of(L), int_Store, EV_ATOMIC, a);
    done(world_of(L), a, STORE);
    a->v = v;
    return 0;
}

static int
int_Swap(lua_State *L)
{
    struct atomic *a = check(L, INT64);
    lua_Integer v = stack_integer(L, 2);

    OP_BEGIN(L, world_of(L), int_Swap, EV_ATOMIC, a);
    done(world_of(L), a, RMW);
    stack_push_integer(L, a->v);
    a->v = v;
    return 1;
}

static int
int_CompareAndSwap(lua_State *L)
{
    struct atomic *a = check(L, INT64);
    lua_Integer old = stack_integer(L, 2);
    lua_Integer v = stack_integer(L, 3);
    bool same;

    OP_BEGIN(L, world_of(L), int_CompareAndSwap, EV_ATOMIC, a);
    done(world_of(L), a, RMW);
    same = a->v == old;
    if (same)
        a->v = v;
    lua_pushboolean(L, same);
    return 1;
}

/* Add gives the new value; And and Or give the old one (AT-1). */
static int
int_Add(lua_State *L)
{
    struct atomic *a = check(L, INT64);
    lua_Integer d = stack_integer(L, 2);

    OP_BEGIN(L, world_of(L), int_Add, EV_ATOMIC, a);
    done(world_of(L), a, RMW);
    a->v = (int64_t)((uint64_t)a->v + (uint64_t)d);
    stack_push_integer(L, a->v);
    return 1;
}

static int
int_And(lua_State *L)
{
    struct atomic *a = check(L, INT64);
    lua_Integer mask = stack_integer(L, 2);

    OP_BEGIN(L, world_of(L), int_And, EV_ATOMIC, a);
    done(world_of(L), a, RMW);
    stack_push_integer(L, a->v);
    a->v &= mask;
    return 1;
}

static int
int_Or(lua_State *L)
{
    struct atomic *a = check(L, INT64);
    lua_Integer mask = stack_integer(L, 2);

    OP_BEGIN(L, world_of(L), int_Or, EV_ATOMIC, a);
    done(world_of(L), a, RMW);
    stack_push_integer(L, a->v);
    a->v |= mask;
    return 1;
}

static int
new_int(lua_State *L)
{
    lua_Integer v = luaL_optinteger(L, 1, 0);

    push(L, INT64)->v = v;
    return 1;
}

/* --- Bool -------------------------------------------------------------- */

static int
bool_Load(lua_State *L)
{
    struct atomic *a = check(L, BOOL);

    OP_BEGIN_AS(L, world_of(L), bool_Load, EV_ATOMIC, a, OP_READ);
    done(world_of(L), a, LOAD);
    lua_pushboolean(L, a->v != 0);
    return 1;
}

static int
bool_Store(lua_State *L)
{
    struct atomic *a = check(L, BOOL);

    OP_BEGIN(L, world_of(L), bool_Store, EV_ATOMIC, a);
    done(world_of(L), a, STORE);
    a->v = lua_toboolean(L, 2);
    return 0;
}

static int
bool_Swap(lua_State *L)
{
    struct atomic *a = check(L, BOOL);

    OP_BEGIN(L, world_of(L), bool_Swap, EV_ATOMIC, a);
    done(world_of(L), a, RMW);
    lua_pushboolean(L, a->v != 0);
    a->v = lua_toboolean(L, 2);
    return 1;
}

static int
bool_CompareAndSwap(lua_State *L)
{
    struct atomic *a = check(L, BOOL);
    bool same;

    OP_BEGIN(L, world_of(L), bool_CompareAndSwap, EV_ATOMIC, a);
    done(world_of(L), a, RMW);
    same = (a->v != 0) == (lua_toboolean(L, 2) != 0);
    if (same)
        a->v = lua_toboolean(L, 3);
    lua_pushboolean(L, same);
    return 1;
}

static int
new_bool(lua_State *L)
{
    bool v = lua_toboolean(L, 1);

    push(L, BOOL)->v = v;
    return 1;
}

/* --- Value ------------------------------------------------------------- */

/* The first store fixes the type; nil is never stored (PAN-9). verb: store,
 * swap or compare and swap. */
static int
check_stored(lua_State *L, struct atomic *a, int idx, const char *verb)
{
    if (lua_isnoneornil(L, idx)) {
        lua_pushfstring(L, "sync/atomic: %s of nil value into Value", verb);
        return lua_error(L);
    }
    if (a->type != LUA_TNIL && a->type != lua_type(L, idx)) {
        lua_pushfstring(L, "sync/atomic: %s of inconsistently typed value "
                           "into Value", verb);
        return lua_error(L);
    }
    return 0;
}

static void
set_value(lua_State *L, struct atomic *a, int idx)
{
    a->type = lua_type(L, idx);
    lua_pushvalue(L, idx);
    lua_setiuservalue(L, 1, 1);
}

static int
value_Load(lua_State *L)
{
    struct atomic *a = check(L, VALUE);

    OP_BEGIN_AS(L, world_of(L), value_Load, EV_ATOMIC, a, OP_READ);
    done(world_of(L), a, LOAD);
    lua_getiuservalue(L, 1, 1);
    return 1;
}

static int
value_Store(lua_State *L)
{
    struct atomic *a = check(L, VALUE);

    OP_BEGIN(L, world_of(L), value_Store, EV_ATOMIC, a);
    check_stored(L, a, 2, "store");
    done(world_of(L), a, STORE);
    set_value(L, a, 2);
    return 0;
}

static int
value_Swap(lua_State *L)
{
    struct atomic *a = check(L, VALUE);

    OP_BEGIN(L, world_of(L), value_Swap, EV_ATOMIC, a);
    check_stored(L, a, 2, "swap");
    done(world_of(L), a, RMW);
    lua_getiuservalue(L, 1, 1);
    set_value(L, a, 2);
    return 1;
}

static int
value_CompareAndSwap(lua_State *L)
{
    struct atomic *a = check(L, VALUE);
    bool same;

    OP_BEGIN(L, world_of(L), value_CompareAndSwap, EV_ATOMIC, a);
    if (!lua_isnoneornil(L, 2) && !lua_isnoneornil(L, 3) &&
        lua_type(L, 2) != lua_type(L, 3))
        return op_panic(L, "sync/atomic: compare and swap of inconsistently "
                           "typed values");
    check_stored(L, a, 3, "compare and swap");
    done(world_of(L), a, RMW);
    lua_settop(L, 3);
    lua_getiuservalue(L, 1, 1);
    same = lua_rawequal(L, 2, -1);
    if (same)
        set_value(L, a, 3);
    lua_pushboolean(L, same);
    return 1;
}

static int
new_value(lua_State *L)
{
    struct atomic *a = push(L, VALUE);

    if (!lua_isnil(L, 1)) {
        a->type = lua_type(L, 1);
        lua_pushvalue(L, 1);
        lua_setiuservalue(L, -2, 1);
    }
    return 1;
}

void
lib_atomic(lua_State *L)
{
    static const luaL_Reg ints[] = {
        { "Load", int_Load }, { "Store", int_Store }, { "Swap", int_Swap },
        { "CompareAndSwap", int_CompareAndSwap }, { "Add", int_Add },
        { "And", int_And }, { "Or", int_Or }, { NULL, NULL },
    };
    static const luaL_Reg bools[] = {
        { "Load", bool_Load }, { "Store", bool_Store },
        { "Swap", bool_Swap }, { "CompareAndSwap", bool_CompareAndSwap },
        { NULL, NULL },
    };
    static const luaL_Reg values[] = {
        { "Load", value_Load }, { "Store", value_Store },
        { "Swap", value_Swap }, { "CompareAndSwap", value_CompareAndSwap },
        { NULL, NULL },
    };

    lua_newtable(L);
    obj_class(L, "atomic.Int64", ints, new_int);
    lua_setfield(L, -3, "Int64");
    lua_pop(L, 1);
    obj_class(L, "atomic.Bool", bools, new_bool);
    lua_setfield(L, -3, "Bool");
    lua_pop(L, 1);
    obj_class(L, "atomic.Value", values, new_value);
    lua_setfield(L, -3, "Value");
    lua_pop(L, 1);
    lua_setglobal(L, "atomic");
}
