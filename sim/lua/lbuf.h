/*
 * lbuf.h - a text that grows, kept where a Lua error cannot lose it.
 *
 * luaL_Buffer wants the stack to itself while it grows; the printing of tables
 * calls into Lua in between. This one owns a single stack slot.
 */
#ifndef LUA_LBUF_H
#define LUA_LBUF_H

#include <stddef.h>

#include <lua.h>

struct lbuf {
    lua_State *L;
    int slot;   /* stack index of what holds p once it outgrew first */
    char *p;    /* the bytes; not terminated */
    size_t n;   /* in use */
    size_t cap; /* at p */
    char first[256];
};

/* Start an empty text; takes one slot of L's stack. */
void lbuf_init(struct lbuf *t, lua_State *L);

/* Make room for n more bytes and return where they go. */
char *lbuf_reserve(struct lbuf *t, size_t n);

void lbuf_add(struct lbuf *t, const char *s, size_t n);
void lbuf_add_string(struct lbuf *t, const char *s);
void lbuf_add_char(struct lbuf *t, char c);
void lbuf_add_rune(struct lbuf *t, int rune); /* as UTF-8 */

/* n times c */
void lbuf_fill(struct lbuf *t, char c, size_t n);

/* Push the text as a Lua string. */
void lbuf_push(const struct lbuf *t);

#endif
