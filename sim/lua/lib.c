/*
 * lib.c - which libraries a script sees, and what is taken from it.
 */
#include "lua/lua.h"

#include "lua/base.h"
#include "lua/duration.h"
#include "lua/embedded.h"
#include "lua/fmt.h"
#include "lua/oslib.h"
#include "lua/out.h"
#include "lua/random.h"
#include "lua/str.h"
#include "lua/tab.h"

/* Output takes effect in clock order: upvalue 1 is the function that prints
 * once it is this goroutine's turn. */
static int
out_op(lua_State *L)
{
    OP_BEGIN(L, world_of(L), out_op, EV_PRINT, NULL);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* Likewise, and it ends the program. */
static int
exit_op(lua_State *L)
{
    OP_BEGIN_AS(L, world_of(L), exit_op, EV_G_EXIT, NULL, OP_END);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static void
wrap_op(lua_State *L, const char *table, const char *name, lua_CFunction op)
{
    if (table != NULL)
        lua_getglobal(L, table);
    else
        lua_pushglobaltable(L);
    if (lua_getfield(L, -1, name) == LUA_TFUNCTION) {
        lua_pushcclosure(L, op, 1);
        lua_setfield(L, -2, name);
    } else {
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

int
lua_exit(lua_State *L, int status)
{
    sched_end(world_of(L), END_EXIT, status);
    return op_leave(L);
}

void
lib_open(lua_State *L)
{
    base_open(L);
    str_open(L);
    tab_open(L);
    random_open(L);
    oslib_open(L);
    fmt_open(L);
    lib_go(L);
    lib_chan(L);
    lib_select(L);
    lib_sync(L);
    lib_atomic(L);
    lib_io(L);
    lib_time(L);
    lib_runtime(L);
    lib_coroutine(L);
    lib_once(L);
    lib_map(L);
    lib_cells(L);
    lib_check(L);
    duration_open(L);
    wrap_op(L, NULL, "print", out_op);
    wrap_op(L, NULL, "println", out_op);
    wrap_op(L, "fmt", "Print", out_op);
    wrap_op(L, "fmt", "Printf", out_op);
    wrap_op(L, "fmt", "Println", out_op);
    wrap_op(L, "os", "exit", exit_op);
    embedded_open(L);
}
