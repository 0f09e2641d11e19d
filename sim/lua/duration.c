/*
 * duration.c - durations as text, as Go's Duration.String writes them.
 *
 * The text is written from its end. Below a second it is one number with the
 * unit that makes it at least 1; from there on hours, minutes and seconds.
 */
#include "lua/duration.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include <lauxlib.h>

static char *
put(char *p, const char *s)
{
    size_t n = strlen(s);
    return memcpy(p - n, s, n);
}

static char *
put_number(char *p, uint64_t v)
{
    do
        *--p = (char)('0' + v % 10);
    while ((v /= 10) != 0);
    return p;
}

/* The last digits of *v as a fraction without trailing zeros; *v loses them. */
static char *
put_fraction(char *p, uint64_t *v, int digits)
{
    bool shown = false;
    for (; digits > 0; digits--, *v /= 10) {
        shown |= *v % 10 != 0;
        if (shown)
            *--p = (char)('0' + *v % 10);
    }
    if (shown)
        *--p = '.';
    return p;
}

static char *
put_small(char *p, uint64_t ns)
{
    int digits = ns < 1000 ? 0 : ns < 1000000 ? 3 : 6;
    p = put(p, digits == 0 ? "ns" : digits == 3 ? "µs" : "ms");
    p = put_fraction(p, &ns, digits);
    return put_number(p, ns);
}

static char *
put_large(char *p, uint64_t ns)
{
    p = put_fraction(put(p, "s"), &ns, 9);
    p = put_number(p, ns % 60);
    if (ns < 60)
        return p;
    ns /= 60;
    p = put_number(put(p, "m"), ns % 60);
    if (ns < 60)
        return p;
    return put_number(put(p, "h"), ns / 60);
}

char *
duration_string(int64_t ns, char buf[DURATION_SIZE])
{
    char *end = buf + DURATION_SIZE - 1, *p;
    uint64_t u = ns < 0 ? 0 - (uint64_t)ns : (uint64_t)ns;
    *end = '\0';
    if (u == 0)
        p = put(end, "0s");
    else if (u < 1000000000)
        p = put_small(end, u);
    else
        p = put_large(end, u);
    if (ns < 0)
        *--p = '-';
    return memmove(buf, p, (size_t)(end - p) + 1);
}

int64_t
duration_check(lua_State *L, int arg)
{
    if (lua_isinteger(L, arg))
        return lua_tointeger(L, arg);
    lua_Number d = trunc(luaL_checknumber(L, arg));
    if (isnan(d))
        return luaL_argerror(L, arg, "duration is not a number");
    if (d >= 0x1p63)
        return INT64_MAX;
    if (d < -0x1p63)
        return INT64_MIN;
    return (int64_t)d;
}

/* time.String(d) */
static int
time_string(lua_State *L)
{
    char buf[DURATION_SIZE];
    lua_pushstring(L, duration_string(duration_check(L, 1), buf));
    return 1;
}

void
duration_open(lua_State *L)
{
    if (lua_getglobal(L, "time") == LUA_TTABLE) {
        lua_pushcfunction(L, time_string);
        lua_setfield(L, -2, "String");
    }
    lua_pop(L, 1);
}
