/*
 * peek.c - Lua values looked at without a trace.
 */
#include "lua/peek.h"

#include <string.h>

#include "lua/layout.h"

static void
keep(struct peek *k, lua_State *L, size_t most)
{
    k->L = L;
    k->top = lua_gettop(L);
    k->at = layout_free_slots(L, &k->n);
    if (k->n > most)
        k->n = most;
    if (k->at != NULL)
        memcpy(k->kept, k->at, k->n);
}

lua_State *
peek_begin(struct peek *k, const struct world *w)
{
    keep(k, w->lua, PEEK_BYTES);
    k->note = layout_table_note(k->L, LUA_REGISTRYINDEX);
    if (k->note != NULL)
        k->noted = *k->note;
    return k->L;
}

static void
put_back(struct peek *k)
{
    lua_settop(k->L, k->top);
    if (k->at != NULL)
        memcpy(k->at, k->kept, k->n);
}

void
peek_end(struct peek *k)
{
    put_back(k);
    if (k->note != NULL)
        *k->note = k->noted;
}

/* --- from another thread ------------------------------------------------ */

enum { SLOT = 16 }; /* bytes of a value */

/* What co has pushed since keep() goes to L, and its slot is as it was. */
static void
move(struct peek *k, lua_State *L)
{
    lua_xmove(k->L, L, lua_gettop(k->L) - k->top);
    put_back(k);
}

void
peek_value(lua_State *L, lua_State *co, int idx)
{
    struct peek k;

    keep(&k, co, SLOT);
    lua_pushvalue(co, idx);
    move(&k, L);
}

const char *
peek_local(lua_State *L, struct frames *f, int i)
{
    const char *name;
    struct peek k;

    keep(&k, f->L, SLOT);
    name = lua_getlocal(f->L, &f->ar, i);
    move(&k, L);
    return name;
}

void
peek_function(lua_State *L, struct frames *f)
{
    struct peek k;

    keep(&k, f->L, SLOT);
    lua_getinfo(f->L, "f", &f->ar);
    move(&k, L);
}
