/*
 * cells.c - shared{ counter = 0 }: variables of which each read and each
 * write is one visible step.
 *
 * Rejected: userdata in place of the empty table. `type` would not say table,
 * and the functions of table would refuse it.
 */
#include "lua/cells.h"

#include "lua/keys.h"

static const char object_key = 'o'; /* of a metatable: the cells */

enum { UV_VALUES = 1, UV_NUMBERS = 2, UV_KEYS = 3 };
enum { TABLE = 1, KEY = 2, VALUE = 3 }; /* arguments of metamethods */

struct cells *
cells_to(lua_State *L, int idx)
{
    struct cells *cs;

    if (!lua_istable(L, idx) || !lua_getmetatable(L, idx))
        return NULL;
    lua_rawgetp(L, -1, &object_key);
    cs = lua_touserdata(L, -1);
    lua_pop(L, 2);
    return cs;
}

void
cells_push(lua_State *L, int idx)
{
    lua_getmetatable(L, idx);
    lua_rawgetp(L, -1, &object_key);
    lua_getiuservalue(L, -1, UV_VALUES);
    lua_replace(L, -3);
    lua_pop(L, 1);
}

bool
cells_key(lua_State *L, int idx, uint32_t i)
{
    lua_getiuservalue(L, idx, UV_KEYS);
    lua_rawgeti(L, -1, i);
    lua_remove(L, -2);
    if (!lua_isnil(L, -1))
        return true;
    lua_pop(L, 1);
    return false;
}

void
cells_value(lua_State *L, int idx)
{
    lua_getiuservalue(L, idx, UV_VALUES);
    lua_insert(L, -2);
    lua_rawget(L, -2);
    lua_remove(L, -2);
}

/* Give the key on top the next number. */
static uint32_t
add_key(lua_State *L, int idx, struct cells *cs)
{
    uint32_t i = ++cs->n;

    lua_getiuservalue(L, idx, UV_NUMBERS);
    lua_pushvalue(L, -2);
    lua_pushinteger(L, i);
    lua_rawset(L, -3);
    lua_getiuservalue(L, idx, UV_KEYS);
    lua_pushvalue(L, -3);
    lua_rawseti(L, -2, i);
    lua_pop(L, 2);
    return i;
}

/* The number of the key at KEY; the object is upvalue 1. */
static uint32_t
number(lua_State *L, struct cells *cs)
{
    lua_Integer i;

    if (lua_isnil(L, KEY))
        return CELL_SHAPE;
    lua_getiuservalue(L, lua_upvalueindex(1), UV_NUMBERS);
    lua_pushvalue(L, KEY);
    lua_rawget(L, -2);
    i = lua_tointeger(L, -1);
    lua_pop(L, 2);
    if (i != 0)
        return (uint32_t)i;
    lua_pushvalue(L, KEY);
    i = add_key(L, lua_upvalueindex(1), cs);
    lua_pop(L, 1);
    return (uint32_t)i;
}

/* The step about to be done is on cell i. */
static void
aim(struct world *w, uint32_t i)
{
    struct g *gp = w->sched->cur != NULL ? sched_g(w) : NULL;

    if (gp != NULL)
        gp->part = i;
}

static void
push_value(lua_State *L)
{
    lua_pushvalue(L, KEY);
    cells_value(L, lua_upvalueindex(1));
}

/* --- metamethods -------------------------------------------------------- */

static void
note_read(struct world *w, struct cells *cs, uint32_t i)
{
    cost_load(w, &cs->o.line);
    sched_event(w, EV_CELL_READ, cs->o.id, i);
}

static int
cell_index(lua_State *L)
{
    struct world *w = world_of(L);
    struct cells *cs = lua_touserdata(L, lua_upvalueindex(1));
    uint32_t i = number(L, cs);

    aim(w, i);
    OP_BEGIN(L, w, cell_index, EV_CELL_READ, cs);
    note_read(w, cs, i);
    push_value(L);
    return 1;
}

/* Does the write make a key appear or vanish? */
static bool
changes_shape(lua_State *L)
{
    bool was;

    push_value(L);
    was = !lua_isnil(L, -1);
    lua_pop(L, 1);
    return was == lua_isnil(L, VALUE);
}

static int
cell_newindex(lua_State *L)
{
    struct world *w = world_of(L);
    struct cells *cs = lua_touserdata(L, lua_upvalueindex(1));
    uint32_t i = number(L, cs);
    enum op_form form = changes_shape(L) ? OP_INSERT : OP_PLAIN;

    aim(w, i);
    OP_BEGIN_AS(L, w, cell_newindex, EV_CELL_WRITE, cs, form);
    cost_rmw(w, &cs->o.line);
    sched_event(w, EV_CELL_WRITE, cs->o.id, i);
    if (form == OP_INSERT)
        sched_heard(w, HEARD_SHAPE, cs->o.id, CELL_SHAPE);
    lua_settop(L, VALUE);
    lua_getiuservalue(L, lua_upvalueindex(1), UV_VALUES);
    lua_insert(L, KEY);
    lua_rawset(L, KEY);
    return 0;
}

static int
cell_len(lua_State *L)
{
    struct world *w = world_of(L);
    struct cells *cs = lua_touserdata(L, lua_upvalueindex(1));

    aim(w, CELL_SHAPE);
    OP_BEGIN(L, w, cell_len, EV_CELL_READ, cs);
    note_read(w, cs, CELL_SHAPE);
    lua_getiuservalue(L, lua_upvalueindex(1), UV_VALUES);
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, -1));
    return 1;
}

/* The iterator of pairs: upvalue 2 is the list of keys, whose entry 0 is the
 * position that was read last. Reading each cell is a step. */
static int
cell_next(lua_State *L)
{
    struct world *w = world_of(L);
    struct cells *cs = lua_touserdata(L, lua_upvalueindex(1));
    lua_Integer at;

    for (;;) {
        lua_settop(L, TABLE);
        lua_rawgeti(L, lua_upvalueindex(2), 0);
        at = lua_tointeger(L, -1) + 1;
        lua_settop(L, TABLE);
        if (lua_rawgeti(L, lua_upvalueindex(2), at) == LUA_TNIL)
            return 1;
        aim(w, number(L, cs));
        OP_BEGIN(L, w, cell_next, EV_CELL_READ, cs);
        note_read(w, cs, number(L, cs));
        lua_pushinteger(L, at);
        lua_rawseti(L, lua_upvalueindex(2), 0);
        push_value(L);
        if (!lua_isnil(L, -1))
            return 2;
    }
}

static int
cell_pairs(lua_State *L)
{
    struct world *w = world_of(L);
    struct cells *cs = lua_touserdata(L, lua_upvalueindex(1));

    aim(w, CELL_SHAPE);
    OP_BEGIN(L, w, cell_pairs, EV_CELL_READ, cs);
    note_read(w, cs, CELL_SHAPE);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_getiuservalue(L, lua_upvalueindex(1), UV_VALUES);
    keys_push(L, lua_gettop(L), 0, KEYS_PAIRS);
    lua_remove(L, -2);
    lua_pushcclosure(L, cell_next, 2);
    lua_pushvalue(L, TABLE);
    lua_pushnil(L);
    return 3;
}

/* --- making ------------------------------------------------------------- */

/* Copy the table at 1 into the object on top and number its keys. */
static void
fill(lua_State *L, struct cells *cs)
{
    int obj = lua_gettop(L), keys = obj + 1, values = obj + 2;
    lua_Integer i, n;

    keys_push(L, TABLE, 0, KEYS_PAIRS);
    n = (lua_Integer)lua_rawlen(L, keys);
    lua_createtable(L, 0, (int)n);
    lua_pushvalue(L, values);
    lua_setiuservalue(L, obj, UV_VALUES);
    lua_createtable(L, 0, (int)n);
    lua_setiuservalue(L, obj, UV_NUMBERS);
    lua_createtable(L, (int)n, 0);
    lua_setiuservalue(L, obj, UV_KEYS);
    for (i = 1; i <= n; i++) {
        lua_rawgeti(L, keys, i);
        add_key(L, obj, cs);
        lua_pushvalue(L, -1);
        lua_rawget(L, TABLE);
        lua_rawset(L, values);
    }
    lua_settop(L, obj);
}

/* Push the metatable of the cells on top. */
static void
push_metatable(lua_State *L)
{
    static const luaL_Reg methods[] = {
        { "__index", cell_index },
        { "__newindex", cell_newindex },
        { "__len", cell_len },
        { "__pairs", cell_pairs },
        { NULL, NULL },
    };
    int obj = lua_gettop(L);

    lua_createtable(L, 0, 8);
    lua_pushvalue(L, obj);
    luaL_setfuncs(L, methods, 1);
    lua_pushvalue(L, obj);
    lua_rawsetp(L, -2, &object_key);
    lua_pushliteral(L, "shared");
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__name");
    lua_setfield(L, -2, "__metatable");
}

static int
base_shared(lua_State *L)
{
    struct cells *cs;

    luaL_checktype(L, TABLE, LUA_TTABLE);
    lua_settop(L, 2);
    cs = obj_push(L, sizeof *cs, 3);
    obj_init(world_of(L), &cs->o, OBJ_CELLS);
    obj_named(L, &cs->o, 2);
    fill(L, cs);
    push_metatable(L);
    lua_newtable(L);
    lua_insert(L, -2);
    lua_setmetatable(L, -2);
    return 1;
}

void
lib_cells(lua_State *L)
{
    static const luaL_Reg none[] = { { NULL, NULL } };

    obj_class(L, "shared", none, base_shared);
    lua_setglobal(L, "shared");
    lua_pop(L, 1);
}
