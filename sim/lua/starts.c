/*
 * starts.c - the functions of goroutines that have not run yet.
 *
 * A goroutine gets a thread when it first runs; until then its function waits
 * here, with its arguments packed as upvalues, in a slot that belongs to the
 * G for good. The slots lie on the stacks of threads that never run (pages),
 * which costs less than a table: a stack has no hash part to fall into, and
 * no barrier.
 */
#include "lua/starts.h"

#include "lua/peek.h"
#include "lua/stack.h"

#define PAGE 256u

/* Never called: carries a function and its arguments as upvalues. */
static int
packed(lua_State *L)
{
    (void)L;
    return 0;
}

/* One more page, kept by the anchor table. May raise for want of memory. */
static void
add_page(lua_State *L)
{
    struct world *w = world_of(L);
    struct luax *lx = luax_of(w);
    lua_State *page;
    size_t n = (size_t)lx->npage;
    lua_State **at = heap_realloc(w, lx->page, sizeof *at * n,
                                  sizeof *at * (n + 1));

    if (at == NULL)
        luaL_error(L, "not enough memory");
    lx->page = at;
    page = task_new_thread(L);
    luaL_checkstack(page, (int)PAGE + 2, NULL);
    lua_settop(page, (int)PAGE);
    at[lx->npage++] = page;
}

void
starts_put(lua_State *L, struct g *gp, int nargs)
{
    struct luax *lx = luax_of(world_of(L));

    if (nargs > 0)
        lua_pushcclosure(L, packed, nargs + 1);
    if (gp->slot < 0) {
        if ((uint32_t)lx->nslot == (uint32_t)lx->npage * PAGE)
            add_page(L);
        gp->slot = lx->nslot++;
    }
    stack_put(L, lx->page[(uint32_t)gp->slot / PAGE], (int)((uint32_t)gp->slot % PAGE) + 1);
}

void
starts_push(lua_State *L, const struct g *gp)
{
    peek_value(L, luax_of(world_of(L))->page[(uint32_t)gp->slot / PAGE],
               (int)((uint32_t)gp->slot % PAGE) + 1);
}

static int
unpack_args(lua_State *L)
{
    int at = lua_gettop(L), i;

    if (layout_known)
        return stack_unpack(L);
    for (i = 1; lua_getupvalue(L, at, i) != NULL; i++)
        luaL_checkstack(L, 2, NULL);
    lua_remove(L, at);
    return i - 1;
}

int
starts_take(lua_State *L, struct g *gp)
{
    lua_State *page = luax_of(world_of(L))->page[(uint32_t)gp->slot / PAGE];

    if (stack_take(L, page, (int)((uint32_t)gp->slot % PAGE) + 1))
        return 1;
    return lua_tocfunction(L, -1) == packed ? unpack_args(L) : 1;
}

void
starts_push_function(lua_State *L, const struct g *gp)
{
    starts_push(L, gp);
    if (lua_tocfunction(L, -1) == packed) {
        lua_getupvalue(L, -1, 1);
        lua_remove(L, -2);
    }
}
