/*
 * shortcut.c - two of Lua's calls into itself, on a shorter way.
 *
 * Where Lua is linked statically, the linker sends the calls of a function
 * here (--wrap). What is dealt with here is done as Lua does it, in a handful
 * of machine instructions; everything else, and every Lua whose layout is not
 * recognised, goes on to Lua's own function.
 */
#include "lua/layout.h"
#include "lua/structs.h"

int __real_luaG_traceexec(lua_State *L, const void *pc);
int __wrap_luaG_traceexec(lua_State *L, const void *pc);
const void *__real_luaH_get(void *t, const void *key);
const void *__wrap_luaH_get(void *t, const void *key);

/* Called before each instruction while a count hook is set, and nearly always
 * to count one down. */
__attribute__((used)) int
__wrap_luaG_traceexec(lua_State *L, const void *pc)
{
    struct thread *t = (void *)L;
    int left = t->hookcount - 1;

    if (t->hookmask != layout_mask || left == 0)
        return __real_luaG_traceexec(L, pc);
    t->hookcount = left;
    return 1;
}

/* Finds each method that is called; nearly always where its name belongs. */
__attribute__((used)) const void *
__wrap_luaH_get(void *t, const void *key)
{
    const struct value *k = key;

    if (k->tt == VALUE_NAME && layout_known) {
        const struct lnode *n = layout_node(t, k->p);

        if (n->key_tt == VALUE_NAME && n->key == k->p)
            return n;
    }
    return __real_luaH_get(t, key);
}
