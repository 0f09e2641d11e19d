/*
 * lbuf.c - a text that grows, kept where a Lua error cannot lose it.
 */
#include "lua/lbuf.h"

#include <stdint.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/lua.h"
#include "lua/utf.h"

void
lbuf_init(struct lbuf *t, lua_State *L)
{
    luaL_checkstack(L, 2, "text");
    t->L = L;
    t->p = t->first;
    t->n = 0;
    t->cap = sizeof(t->first);
    lua_pushnil(L);
    t->slot = lua_gettop(L);
}

static void
grow(struct lbuf *t, size_t n)
{
    if (n > (size_t)PTRDIFF_MAX / 2 - t->cap)
        op_no_memory(t->L);
    size_t cap = 2 * t->cap + n;
    luaL_checkstack(t->L, 1, "text");
    char *p = lua_newuserdatauv(t->L, cap, 0);
    memcpy(p, t->p, t->n);
    lua_replace(t->L, t->slot);
    t->p = p;
    t->cap = cap;
}

char *
lbuf_reserve(struct lbuf *t, size_t n)
{
    if (n > t->cap - t->n)
        grow(t, n);
    return t->p + t->n;
}

void
lbuf_add(struct lbuf *t, const char *s, size_t n)
{
    memcpy(lbuf_reserve(t, n), s, n);
    t->n += n;
}

void
lbuf_add_string(struct lbuf *t, const char *s)
{
    lbuf_add(t, s, strlen(s));
}

void
lbuf_add_char(struct lbuf *t, char c)
{
    *lbuf_reserve(t, 1) = c;
    t->n++;
}

void
lbuf_add_rune(struct lbuf *t, int rune)
{
    t->n += (size_t)utf_encode(lbuf_reserve(t, UTF_MAX), rune);
}

void
lbuf_fill(struct lbuf *t, char c, size_t n)
{
    memset(lbuf_reserve(t, n), c, n);
    t->n += n;
}

void
lbuf_push(const struct lbuf *t)
{
    luaL_checkstack(t->L, 1, "text");
    lua_pushlstring(t->L, t->p, t->n);
}
