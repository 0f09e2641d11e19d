/*
 * tables.c - reading Lua files that return a table.
 */
#define _XOPEN_SOURCE 700
#include "tables.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "options.h"
#include "tables_line.h"
#include "text.h"

enum { MOST_WORK = 20 * 1000 * 1000 }; /* instructions of one file or test */

static void
too_long(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    luaL_error(L, "it does not end");
}

int
tables_call(lua_State *L, int nargs, int nresults)
{
    int status;

    lua_sethook(L, too_long, LUA_MASKCOUNT, MOST_WORK);
    status = lua_pcall(L, nargs, nresults, 0);
    lua_sethook(L, NULL, 0, 0);
    return status;
}

lua_State *
tables_state(void)
{
    static const char *const kept[] = { "ipairs",   "pairs", "tostring",
                                        "tonumber", "type",  NULL };
    lua_State *L = luaL_newstate();

    if (L == NULL)
        return NULL;
    luaL_requiref(L, "_G", luaopen_base, 0);
    lua_newtable(L);
    for (int i = 0; kept[i] != NULL; i++) {
        lua_getfield(L, -2, kept[i]);
        lua_setfield(L, -2, kept[i]);
    }
    luaL_requiref(L, "string", luaopen_string, 0);
    lua_setfield(L, -2, "string");
    luaL_requiref(L, "table", luaopen_table, 0);
    lua_setfield(L, -2, "table");
    luaL_requiref(L, "math", luaopen_math, 0);
    lua_setfield(L, -2, "math");
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_settop(L, 0);
    return L;
}

static int
find_line(struct tables *t, const char *file, const char *message)
{
    size_t len;
    char *text = t->root != 0 ? host_read(file, &len, NULL) : NULL;
    int line = text != NULL ? tables_line(t->L, t->root, text, message) : 1;

    free(text);
    return line;
}

void
tables_problem(struct tables *t, const char *file, const char *fmt, ...)
{
    struct text s = { 0 };
    va_list ap;

    va_start(ap, fmt);
    text_vprintf(&s, fmt, ap);
    va_end(ap);
    if (t->problem != NULL)
        t->problem(t->ctx, file, find_line(t, file, s.s), s.s);
    text_done(&s);
}

/* A message of Lua's own says the place itself: path:line: what. */
static void
lua_problem(struct tables *t, const char *path, const char *message)
{
    size_t n = strlen(path);
    char *rest;
    int line = 1;

    if (strncmp(message, path, n) == 0 && message[n] == ':') {
        line = (int)strtol(message + n + 1, &rest, 10);
        message = *rest == ':' ? rest + 1 + (rest[1] == ' ') : message;
    }
    if (t->problem != NULL)
        t->problem(t->ctx, path, line > 0 ? line : 1, message);
}

/* "@path": Lua then names the file as it is. */
static char *
chunk_name(const char *path)
{
    struct text t = { 0 };

    text_printf(&t, "@%s", path);
    return t.s;
}

/* The table on top is what the next problems are about. */
static bool
remember(struct tables *t)
{
    luaL_unref(t->L, LUA_REGISTRYINDEX, t->root != 0 ? t->root : LUA_NOREF);
    lua_pushvalue(t->L, -1);
    t->root = luaL_ref(t->L, LUA_REGISTRYINDEX);
    return true;
}

bool
tables_load(struct tables *t, const char *path)
{
    struct gopark_err err;
    size_t len;
    char *s = host_read(path, &len, &err), *chunk;
    int status;

    if (s == NULL) {
        tables_problem(t, path, "cannot be read");
        return false;
    }
    chunk = chunk_name(path);
    status = luaL_loadbufferx(t->L, s, len, chunk, "t");
    free(chunk);
    free(s);
    if (status == LUA_OK)
        status = tables_call(t->L, 0, 1);
    if (status != LUA_OK)
        lua_problem(t, path, lua_tostring(t->L, -1));
    else if (!lua_istable(t->L, -1))
        tables_problem(t, path, "returns no table");
    else
        return remember(t);
    lua_pop(t->L, 1);
    return false;
}

/* --- fields -------------------------------------------------------------- */

static void
wrong(struct tables *t, const char *file, const char *key, const char *want)
{
    tables_problem(t, file, "%s: expected %s, found %s", key, want,
                   luaL_typename(t->L, -1));
}

bool
tables_has(struct tables *t, const char *key)
{
    bool has = lua_getfield(t->L, -1, key) != LUA_TNIL;

    lua_pop(t->L, 1);
    return has;
}

const char *
tables_str(struct tables *t, const char *file, const char *key)
{
    const char *s = NULL;

    if (lua_getfield(t->L, -1, key) == LUA_TSTRING)
        s = lua_tostring(t->L, -1);
    else if (!lua_isnil(t->L, -1))
        wrong(t, file, key, "a string");
    lua_pop(t->L, 1);
    return s;
}

const char *
tables_need(struct tables *t, const char *file, const char *key)
{
    const char *s = tables_str(t, file, key);

    if (s == NULL && !tables_has(t, key))
        tables_problem(t, file, "%s is missing", key);
    return s;
}

lua_Integer
tables_int(struct tables *t, const char *file, const char *key,
           lua_Integer absent)
{
    lua_Integer n = absent;

    lua_getfield(t->L, -1, key);
    if (lua_isinteger(t->L, -1))
        n = lua_tointeger(t->L, -1);
    else if (!lua_isnil(t->L, -1))
        wrong(t, file, key, "a whole number");
    lua_pop(t->L, 1);
    return n;
}

bool
tables_bool(struct tables *t, const char *file, const char *key)
{
    bool b = false;

    lua_getfield(t->L, -1, key);
    if (lua_isboolean(t->L, -1))
        b = lua_toboolean(t->L, -1);
    else if (!lua_isnil(t->L, -1))
        wrong(t, file, key, "true or false");
    lua_pop(t->L, 1);
    return b;
}

bool
tables_enter(struct tables *t, const char *file, const char *key)
{
    if (lua_getfield(t->L, -1, key) == LUA_TTABLE)
        return true;
    if (!lua_isnil(t->L, -1))
        wrong(t, file, key, "a table");
    lua_pop(t->L, 1);
    return false;
}

struct saying
tables_said(struct tables *t, const char *file, const char *what)
{
    static const char *const lang[2] = { [LANG_EN] = "en", [LANG_ZH] = "zh" };
    struct saying say = { { NULL, NULL } };

    for (int i = 0; i < 2; i++) {
        if (lua_getfield(t->L, -1, lang[i]) == LUA_TSTRING &&
            *lua_tostring(t->L, -1) != '\0')
            say.in[i] = lua_tostring(t->L, -1);
        else
            tables_problem(t, file, "%s has no text in %s", what, lang[i]);
        lua_pop(t->L, 1);
    }
    return say;
}

struct saying
tables_saying(struct tables *t, const char *file, const char *key)
{
    struct saying say = { { NULL, NULL } };

    if (!tables_enter(t, file, key)) {
        tables_problem(t, file, "%s is missing", key);
        return say;
    }
    say = tables_said(t, file, key);
    lua_pop(t->L, 1);
    return say;
}

const char **
tables_list(struct tables *t, const char *file, const char *key, int *n)
{
    const char **list;
    int len = 0;

    *n = 0;
    if (!tables_enter(t, file, key))
        return text_alloc(sizeof *list);
    len = (int)lua_rawlen(t->L, -1);
    list = text_alloc(sizeof *list * (size_t)(len + 1));
    for (int i = 1; i <= len; i++) {
        if (lua_rawgeti(t->L, -1, i) == LUA_TSTRING)
            list[(*n)++] = lua_tostring(t->L, -1);
        else
            wrong(t, file, key, "a list of strings");
        lua_pop(t->L, 1);
    }
    list[*n] = NULL;
    lua_pop(t->L, 1);
    return list;
}

/* Is word one of the words in list? */
static bool
in_words(const char *list, const char *word)
{
    size_t n = strlen(word);

    for (const char *p = list; (p = strstr(p, word)) != NULL; p += n)
        if ((p == list || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
            return true;
    return false;
}

void
tables_known(struct tables *t, const char *file, const char *known)
{
    lua_pushnil(t->L);
    while (lua_next(t->L, -2) != 0) {
        lua_pop(t->L, 1);
        if (lua_type(t->L, -1) == LUA_TSTRING &&
            !in_words(known, lua_tostring(t->L, -1)))
            tables_problem(t, file, "unknown field %s (known: %s)",
                           lua_tostring(t->L, -1), known);
    }
}
