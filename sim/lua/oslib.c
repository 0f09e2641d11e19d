/*
 * oslib.c - the os a script sees: time, clock, date, getenv, exit.
 *
 * Time is the world's virtual time. It begins where the clock of the Go
 * playground does, and there is one time zone, UTC.
 */
#include "lua/oslib.h"

#include <limits.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/calendar.h"
#include "lua/out.h"

static int64_t
seconds_now(lua_State *L)
{
    return OSLIB_EPOCH + lua_now(L) / 1000000000;
}

/* A field of the table at 1; least < 0: it must be there. */
static int
get_field(lua_State *L, const char *name, int otherwise)
{
    int whole;
    int type = lua_getfield(L, 1, name);
    lua_Integer v = lua_tointegerx(L, -1, &whole);
    lua_pop(L, 1);
    if (!whole) {
        if (type != LUA_TNIL)
            return luaL_error(L, "field '%s' is not an integer", name);
        if (otherwise < 0)
            return luaL_error(L, "field '%s' missing in date table", name);
        return otherwise;
    }
    if (v > INT_MAX || v < INT_MIN)
        return luaL_error(L, "field '%s' is out-of-bound", name);
    return (int)v;
}

static void
set_integer(lua_State *L, const char *name, lua_Integer v)
{
    lua_pushinteger(L, v);
    lua_setfield(L, -2, name);
}

/* Set the fields of the table on top. */
static void
set_fields(lua_State *L, const struct calendar *c)
{
    set_integer(L, "year", c->year);
    set_integer(L, "month", c->month);
    set_integer(L, "day", c->day);
    set_integer(L, "hour", c->hour);
    set_integer(L, "min", c->minute);
    set_integer(L, "sec", c->second);
    set_integer(L, "yday", c->yday + 1);
    set_integer(L, "wday", c->wday + 1);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "isdst");
}

/* os.time(): now; os.time(t): of a date, whose fields are brought into range */
static int
os_time(lua_State *L)
{
    if (lua_isnoneornil(L, 1)) {
        lua_pushinteger(L, seconds_now(L));
        return 1;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct calendar c = { 0 };
    c.year = get_field(L, "year", -1);
    c.month = get_field(L, "month", -1);
    c.day = get_field(L, "day", -1);
    c.hour = get_field(L, "hour", 12);
    c.minute = get_field(L, "min", 0);
    c.second = get_field(L, "sec", 0);
    int64_t t = calendar_seconds(&c);
    calendar_split(t, &c);
    set_fields(L, &c);
    lua_pushinteger(L, t);
    return 1;
}

static int
os_clock(lua_State *L)
{
    lua_pushnumber(L, (lua_Number)lua_now(L) / 1e9);
    return 1;
}

/* Add the date by the format at s, which ends at end. */
static void
add_date(lua_State *L, struct lbuf *t, const char *s, const char *end,
         const struct calendar *c)
{
    while (s < end) {
        if (*s != '%') {
            lbuf_add_char(t, *s++);
            continue;
        }
        const char *from = s++;
        char modifier = 0;
        if (s < end && (*s == 'E' || *s == 'O'))
            modifier = *s++;
        if (s >= end || !calendar_add(t, c, modifier, *s)) {
            int shown = (int)(s < end ? s - from + 1 : end - from);
            lua_pushlstring(L, from, (size_t)shown);
            luaL_argerror(L, 1,
                          lua_pushfstring(L,
                                          "invalid conversion specifier '%s'",
                                          lua_tostring(L, -1)));
        }
        s++;
    }
}

/* os.date([format [, seconds]]) */
static int
os_date(lua_State *L)
{
    size_t n;
    const char *s = luaL_optlstring(L, 1, "%c", &n), *end = s + n;
    int64_t seconds =
        lua_isnoneornil(L, 2) ? seconds_now(L) : luaL_checkinteger(L, 2);
    struct calendar c;
    const int64_t most = (int64_t)INT_MAX * 31556952;
    if (seconds > most || seconds < -most)
        return luaL_error(L, "date result cannot be represented in this "
                             "installation");
    calendar_split(seconds, &c);
    if (s < end && *s == '!') /* UTC, which it is anyway */
        s++;
    if (end - s >= 2 && memcmp(s, "*t", 2) == 0) {
        lua_createtable(L, 0, 9);
        set_fields(L, &c);
        return 1;
    }
    struct lbuf t;
    lbuf_init(&t, L);
    add_date(L, &t, s, end, &c);
    lbuf_push(&t);
    return 1;
}

/* There is no environment. */
static int
os_getenv(lua_State *L)
{
    luaL_checkstring(L, 1);
    lua_pushnil(L);
    return 1;
}

static int
os_exit(lua_State *L)
{
    int status = 0;
    if (lua_isboolean(L, 1))
        status = !lua_toboolean(L, 1);
    else
        status = (int)luaL_optinteger(L, 1, 0);
    return lua_exit(L, status);
}

void
oslib_open(lua_State *L)
{
    static const luaL_Reg lib[] = {
        { "clock", os_clock },   { "date", os_date }, { "exit", os_exit },
        { "getenv", os_getenv }, { "time", os_time }, { NULL, NULL },
    };
    luaL_newlib(L, lib);
    luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, "os"); /* so that messages know its name */
    lua_pop(L, 1);
    lua_setglobal(L, "os");
}
