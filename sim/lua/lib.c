/*
 * lib.c - which libraries a script sees, and what is taken from it.
 */
#include "lua/lua.h"

/* Output takes effect in clock order: upvalue 1 is the function that prints
 * once it is this goroutine's turn. */
static int
out_op(lua_State *L)
{
    OP_BEGIN(L, world_of(L), out_op, EV_PRINT, NULL);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static void
wrap_output(lua_State *L, const char *table, const char *name)
{
    if (table != NULL)
        lua_getglobal(L, table);
    else
        lua_pushglobaltable(L);
    if (lua_getfield(L, -1, name) == LUA_TFUNCTION) {
        lua_pushcclosure(L, out_op, 1);
        lua_setfield(L, -2, name);
    } else {
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static int
print_to(lua_State *L, int fd, const char *sep)
{
    int n = lua_gettop(L), i;
    luaL_Buffer b;

    luaL_buffinit(L, &b);
    for (i = 1; i <= n; i++) {
        if (i > 1)
            luaL_addstring(&b, sep);
        luaL_tolstring(L, i, NULL);
        luaL_addvalue(&b);
    }
    luaL_addchar(&b, '\n');
    luaL_pushresult(&b);
    lua_out(L, fd, lua_tostring(L, -1), lua_rawlen(L, -1));
    return 0;
}

static int
base_print(lua_State *L)
{
    return print_to(L, 1, "\t");
}

static int
base_println(lua_State *L)
{
    return print_to(L, 2, " ");
}

void
lib_open(lua_State *L)
{
    lua_register(L, "print", base_print);
    lua_register(L, "println", base_println);
    lib_go(L);
    lib_chan(L);
    lib_select(L);
    lib_sync(L);
    lib_time(L);
    lib_runtime(L);
    lib_coroutine(L);
    wrap_output(L, NULL, "print");
    wrap_output(L, NULL, "println");
}
