/*
 * objlib.c - what the userdata of primitives have in common.
 *
 * Scripts cannot make userdata, and each of ours begins with a word that says
 * what it is: that is the type check, in place of a look-up by name.
 */
#include "lua/lua.h"

#include <string.h>

#include "lua/cells.h"

struct obj *
obj_to(lua_State *L, int idx)
{
    struct obj *o = lua_touserdata(L, idx);
    struct cells *cs = cells_to(L, idx);

    if (cs != NULL)
        return &cs->o;
    if (o == NULL || lua_islightuserdata(L, idx) ||
        lua_rawlen(L, idx) < sizeof *o || (o->magic & ~0xffu) != OBJ_MAGIC)
        return NULL;
    return o;
}

void *
obj_push(lua_State *L, size_t size, int nuv)
{
    struct obj *o = lua_newuserdatauv(L, size, nuv);

    memset(o, 0, size);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_setmetatable(L, -2);
    return o;
}

void
obj_named(lua_State *L, struct obj *o, int idx)
{
    size_t n;
    const char *s;

    obj_register(L, o);
    o->made = site_here(L, 0);
    if (lua_isnoneornil(L, idx))
        return;
    s = luaL_checklstring(L, idx, &n);
    if (!obj_set_name(world_of(L), o, s, n))
        op_no_memory(L);
}

/* The table of all objects by number is weak: it keeps none alive. */
void
obj_register(lua_State *L, struct obj *o)
{
    struct luax *lx = luax_of(world_of(L));

    if (lx->objs == 0) {
        lua_newtable(L);
        lua_createtable(L, 0, 1);
        lua_pushliteral(L, "v");
        lua_setfield(L, -2, "__mode");
        lua_setmetatable(L, -2);
        lx->objs = luaL_ref(L, LUA_REGISTRYINDEX);
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, lx->objs);
    lua_pushvalue(L, -2);
    lua_rawseti(L, -2, o->id);
    lua_pop(L, 1);
}

bool
obj_push_self(lua_State *L, const struct obj *o)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, luax_of(world_of(L))->objs);
    lua_rawgeti(L, -1, o->id);
    lua_remove(L, -2);
    if (lua_touserdata(L, -1) == (const void *)o)
        return true;
    lua_pop(L, 1);
    return false;
}

int
obj_gc(lua_State *L)
{
    struct obj *o = lua_touserdata(L, 1);

    if (o != NULL && world_of(L)->sched != NULL)
        obj_fini(world_of(L), o);
    return 0;
}

/* Leave on the stack a metatable called name, protected, whose methods are
 * also its __index, and the constructor that carries it as upvalue 1. */
void
obj_class(lua_State *L, const char *name, const luaL_Reg *methods,
          lua_CFunction make)
{
    int n = 0;

    lua_createtable(L, 0, 6);
    lua_pushstring(L, name);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__name");
    lua_setfield(L, -2, "__metatable");
    lua_pushcfunction(L, obj_gc);
    lua_setfield(L, -2, "__gc");
    while (methods[n].name != NULL)
        n++;
    lua_createtable(L, 0, 4 * n); /* roomy: a look-up seldom takes two */
    luaL_setfuncs(L, methods, 0);
    lua_setfield(L, -2, "__index");
    lua_pushvalue(L, -1);
    lua_pushcclosure(L, make, 1);
}
