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
    duration_open(L);
    wrap_output(L, NULL, "print");
    wrap_output(L, NULL, "println");
    wrap_output(L, "fmt", "Print");
    wrap_output(L, "fmt", "Printf");
    wrap_output(L, "fmt", "Println");
    wrap_output(L, "os", "exit");
    embedded_open(L);
}
