/*
 * str.c - the string library, without what could hang or show an address.
 *
 * The pattern functions run within a budget (pattern.c). rep writes by
 * doubling, and knows that nothing repeated is nothing. format gives objects
 * their stable texts and leaves the rest to the stock function.
 */
#define _GNU_SOURCE
#include "lua/str.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/ident.h"
#include "lua/lbuf.h"
#include "lua/pattern.h"

/* --- find and match ----------------------------------------------------------- */

/* Offset of the position at argument arg, 1 by default; from the end if < 0. */
static size_t
offset_arg(lua_State *L, int arg, size_t len)
{
    lua_Integer at = luaL_optinteger(L, arg, 1);
    if (at > 0)
        return (size_t)at - 1;
    if (at == 0 || at < -(lua_Integer)len)
        return 0;
    return len - (size_t)-at;
}

static bool
is_plain(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i] != '\0' && strchr("^$*+?.([%-", p[i]) != NULL)
            return false;
    return true;
}

static int
not_found(lua_State *L)
{
    lua_pushnil(L);
    return 1;
}

static int
find_plain(lua_State *L, const char *s, size_t n, size_t from, const char *p,
           size_t len)
{
    const char *at = memmem(s + from, n - from, p, len);
    if (at == NULL)
        return not_found(L);
    lua_pushinteger(L, at - s + 1);
    lua_pushinteger(L, at - s + (lua_Integer)len);
    return 2;
}

/* find or match, which differ in what they return */
static int
search(lua_State *L, bool find)
{
    size_t n, len;
    const char *s = luaL_checklstring(L, 1, &n);
    const char *p = luaL_checklstring(L, 2, &len), *end = p + len;
    size_t from = offset_arg(L, 3, n);
    struct pattern m;
    if (from > n)
        return not_found(L);
    if (find && (lua_toboolean(L, 4) || is_plain(p, len)))
        return find_plain(L, s, n, from, p, len);
    bool anchored = *p == '^';
    p += anchored;
    pattern_init(&m, L, s, n, end);
    for (const char *at = s + from; at <= s + n; at++) {
        const char *e = pattern_match(&m, at, p);
        if (e != NULL) {
            if (!find)
                return pattern_push_captures(&m, at, e);
            lua_pushinteger(L, at - s + 1);
            lua_pushinteger(L, e - s);
            return pattern_push_captures(&m, NULL, NULL) + 2;
        }
        if (anchored)
            break;
    }
    return not_found(L);
}

static int
str_find(lua_State *L)
{
    return search(L, true);
}

static int
str_match(lua_State *L)
{
    return search(L, false);
}

/* --- gmatch --------------------------------------------------------------------- */

enum { SUBJECT = 1, PATTERN, NEXT, LAST }; /* upvalues; LAST -1: no match yet */

static void
set_offset(lua_State *L, int upvalue, lua_Integer at)
{
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(upvalue));
}

static int
gmatch_step(lua_State *L)
{
    size_t n, len;
    const char *s = lua_tolstring(L, lua_upvalueindex(SUBJECT), &n);
    const char *p = lua_tolstring(L, lua_upvalueindex(PATTERN), &len);
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(NEXT));
    lua_Integer last = lua_tointeger(L, lua_upvalueindex(LAST));
    struct pattern m;
    pattern_init(&m, L, s, n, p + len);
    for (; at <= (lua_Integer)n; at++) {
        const char *e = pattern_match(&m, s + at, p);
        if (e == NULL || e - s == last)
            continue;
        set_offset(L, NEXT, e - s);
        set_offset(L, LAST, e - s);
        return pattern_push_captures(&m, s + at, e);
    }
    return 0;
}

static int
str_gmatch(lua_State *L)
{
    size_t n;
    luaL_checklstring(L, 1, &n);
    luaL_checkstring(L, 2);
    size_t from = offset_arg(L, 3, n);
    lua_settop(L, 2);
    lua_pushinteger(L, (lua_Integer)(from > n ? n + 1 : from));
    lua_pushinteger(L, -1);
    lua_pushcclosure(L, gmatch_step, 4);
    return 1;
}

/* --- gsub -------------------------------------------------------------------------- */

/* Add the capture that the digit names to t. */
static void
add_capture(struct pattern *m, struct lbuf *t, int digit, const char *s,
            const char *e)
{
    size_t n;
    if (digit == '0') {
        lbuf_add(t, s, (size_t)(e - s));
        return;
    }
    pattern_push_capture(m, digit - '1', s, e);
    const char *c = lua_tolstring(m->L, -1, &n);
    lbuf_add(t, c, n);
    lua_pop(m->L, 1);
}

/* Add the replacement string at 3, with its % signs, for the match s..e. */
static void
add_string(struct pattern *m, struct lbuf *t, const char *s, const char *e)
{
    size_t n;
    const char *r = lua_tolstring(m->L, 3, &n), *end = r + n, *esc;
    for (; (esc = memchr(r, '%', (size_t)(end - r))) != NULL; r = esc + 2) {
        lbuf_add(t, r, (size_t)(esc - r));
        char c = esc[1];
        if (c == '%')
            lbuf_add_char(t, '%');
        else if (c >= '0' && c <= '9')
            add_capture(m, t, c, s, e);
        else
            luaL_error(m->L, "invalid use of '%%' in replacement string");
    }
    lbuf_add(t, r, (size_t)(end - r));
}

/* Add what the match s..e is replaced by; false: it stays as it was. */
static bool
add_replacement(struct pattern *m, struct lbuf *t, const char *s, const char *e)
{
    lua_State *L = m->L;
    size_t n;
    switch (lua_type(L, 3)) {
    case LUA_TFUNCTION:
        lua_pushvalue(L, 3);
        lua_call(L, pattern_push_captures(m, s, e), 1);
        break;
    case LUA_TTABLE:
        pattern_push_capture(m, 0, s, e);
        lua_gettable(L, 3);
        break;
    default:
        add_string(m, t, s, e);
        return true;
    }
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        lbuf_add(t, s, (size_t)(e - s));
        return false;
    }
    if (!lua_isstring(L, -1))
        luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    const char *r = lua_tolstring(L, -1, &n);
    lbuf_add(t, r, n);
    lua_pop(L, 1);
    return true;
}

static int
str_gsub(lua_State *L)
{
    size_t n, len;
    const char *s = luaL_checklstring(L, 1, &n), *end = s + n, *last = NULL;
    const char *p = luaL_checklstring(L, 2, &len), *pattern_end = p + len;
    int type = lua_type(L, 3);
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)n + 1), count = 0;
    bool anchored = *p == '^', changed = false;
    struct pattern m;
    struct lbuf t;
    luaL_argexpected(L,
                     type == LUA_TNUMBER || type == LUA_TSTRING ||
                         type == LUA_TFUNCTION || type == LUA_TTABLE,
                     3, "string/function/table");
    lua_settop(L, 3);
    lbuf_init(&t, L);
    pattern_init(&m, L, s, n, pattern_end);
    while (count < most) {
        const char *e = pattern_match(&m, s, p + anchored);
        if (e != NULL && e != last) {
            count++;
            changed |= add_replacement(&m, &t, s, e);
            s = last = e;
        } else if (s < end) {
            lbuf_add_char(&t, *s++);
        } else {
            break;
        }
        if (anchored)
            break;
    }
    lbuf_add(&t, s, (size_t)(end - s));
    if (changed)
        lbuf_push(&t);
    else
        lua_pushvalue(L, 1);
    lua_pushinteger(L, count);
    return 2;
}

/* --- rep and format ------------------------------------------------------------- */

static int
str_rep(lua_State *L)
{
    size_t n, sep;
    const char *s = luaL_checklstring(L, 1, &n);
    lua_Integer times = luaL_checkinteger(L, 2);
    const char *between = luaL_optlstring(L, 3, "", &sep);
    size_t unit = n + sep;
    luaL_Buffer b;
    if (times <= 0 || unit == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if (unit < n || unit > INT_MAX / (size_t)times)
        return luaL_error(L, "resulting string too large");
    size_t total = unit * (size_t)times - sep, done = unit;
    char *to = luaL_buffinitsize(L, &b, total + sep);
    memcpy(to, s, n);
    memcpy(to + n, between, sep);
    while (done < total) { /* what is there, again */
        size_t more = done < total - done ? done : total - done;
        memcpy(to + done, to, more);
        done += more;
    }
    luaL_pushresultsize(&b, total);
    return 1;
}

/* Replace the object at arg by its text, if its text could be an address. */
static void
name_object(lua_State *L, int arg)
{
    switch (lua_type(L, arg)) {
    case LUA_TTABLE:
    case LUA_TFUNCTION:
    case LUA_TUSERDATA:
    case LUA_TLIGHTUSERDATA:
    case LUA_TTHREAD:
        object_tolstring(L, arg, NULL);
        lua_replace(L, arg);
    }
}

/* Replace the object at arg by what stands for its address. */
static void
name_pointer(lua_State *L, int arg)
{
    char s[32] = "(null)";
    switch (lua_type(L, arg)) {
    case LUA_TNONE:
        return;
    case LUA_TNIL:
    case LUA_TBOOLEAN:
    case LUA_TNUMBER:
        break;
    default:
        lua_pushinteger(L, object_id(L, arg));
        snprintf(s, sizeof(s), "0x%llx",
                 (unsigned long long)lua_tointeger(L, -1));
        lua_pop(L, 1);
    }
    lua_pushstring(L, s);
    lua_replace(L, arg);
}

/* format: %s and %p of objects here, then the stock function */
static int
str_format(lua_State *L)
{
    size_t n;
    const char *s = luaL_checklstring(L, 1, &n);
    int arg = 1, top = lua_gettop(L);
    struct lbuf t;
    lbuf_init(&t, L);
    lbuf_add(&t, s, n);
    for (size_t i = 0; i < n; i++) {
        if (s[i] != '%' || (++i < n && s[i] == '%'))
            continue;
        while (i < n && s[i] != '\0' && strchr("-+ #0123456789.", s[i]) != NULL)
            i++;
        if (++arg > top || i >= n)
            break;
        if (s[i] == 's')
            name_object(L, arg);
        if (s[i] == 'p') {
            name_pointer(L, arg);
            t.p[i] = 's';
        }
    }
    lbuf_push(&t);
    lua_replace(L, 1);
    lua_settop(L, top);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

void
str_open(lua_State *L)
{
    static const luaL_Reg lib[] = {
        { "find", str_find },   { "gmatch", str_gmatch }, { "gsub", str_gsub },
        { "match", str_match }, { "rep", str_rep },       { NULL, NULL },
    };
    lua_getglobal(L, "string");
    luaL_setfuncs(L, lib, 0);
    lua_getfield(L, -1, "format");
    lua_pushcclosure(L, str_format, 1);
    lua_setfield(L, -2, "format");
    lua_pushnil(L);
    lua_setfield(L, -2, "dump");
    lua_pushliteral(L, "");
    if (lua_getmetatable(L, -1)) {
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
        lua_pop(L, 1);
    }
    lua_pop(L, 2);
}
