/*
 * syntax.c - is this Lua? Asked of Lua's own compiler, in a state of its own
 * that nothing ever runs in.
 */
#include "syntax.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>

#include "text.h"

static bool
ends_in_eof(const char *msg)
{
    size_t n = strlen(msg);

    return n >= 5 && strcmp(msg + n - 5, "<eof>") == 0;
}

static bool
compiles(lua_State *L, const char *text)
{
    return luaL_loadbufferx(L, text, strlen(text), "=prompt", "t") == LUA_OK;
}

static enum syntax
check(lua_State *L, const char *text, char *msg, size_t size)
{
    struct text expr = { 0 };
    bool ok, unfinished;
    const char *s, *colon;

    text_printf(&expr, "return %s", text);
    ok = compiles(L, expr.s);
    text_done(&expr);
    if (ok)
        return SYNTAX_EXPRESSION;
    unfinished = ends_in_eof(lua_tostring(L, -1));
    if (compiles(L, text))
        return SYNTAX_STATEMENT;
    s = lua_tostring(L, -1);
    if (unfinished || ends_in_eof(s))
        return SYNTAX_UNFINISHED;
    colon = strstr(s, ": ");
    if (msg != NULL)
        snprintf(msg, size, "%s", colon != NULL ? colon + 2 : s);
    return SYNTAX_WRONG;
}

enum syntax
syntax_check(const char *text, char *msg, size_t size)
{
    lua_State *L = luaL_newstate();
    enum syntax s = SYNTAX_WRONG;

    if (L != NULL) {
        s = check(L, text, msg, size);
        lua_close(L);
    }
    return s;
}
