/*
 * count.c - the way to the next instruction while a count hook is set.
 *
 * Lua calls luaG_traceexec() before each instruction then, and nearly always
 * that only counts one down. Where Lua is linked statically, the linker sends
 * that call here (--wrap), and what is left of it is a handful of machine
 * instructions. It does just what Lua's own does in this case; everything
 * else, and every Lua whose layout is not recognised, goes on to Lua's own.
 */
#include "lua/layout.h"
#include "lua/structs.h"

int __real_luaG_traceexec(lua_State *L, const void *pc);
int __wrap_luaG_traceexec(lua_State *L, const void *pc);

__attribute__((used)) int
__wrap_luaG_traceexec(lua_State *L, const void *pc)
{
    struct thread *t = (void *)L;

    if ((t->hookmask & (LUA_MASKCOUNT | LUA_MASKLINE)) != LUA_MASKCOUNT ||
        t->hookcount == 1 || !layout_known)
        return __real_luaG_traceexec(L, pc);
    ((struct callinfo *)t->ci)->u[0] = (unsigned *)(uintptr_t)pc + 1;
    t->hookcount--;
    return 1;
}
