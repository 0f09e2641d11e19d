/*
 * iolib.c - require, and what is left of io: read and write (API section 7).
 *
 * Modules come from the host, which finds them in the script's folder and
 * nowhere else; loading one may block.
 */
#include "lua/lua.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- require ----------------------------------------------------------- */

static int
loaded(lua_State *L, int status, lua_KContext ctx)
{
    (void)status;
    (void)ctx;
    lua_settop(L, 4); /* name, package.loaded, path, result */
    if (lua_isnil(L, 4)) {
        lua_pushvalue(L, 1);
        if (lua_rawget(L, 2) != LUA_TNIL)
            lua_replace(L, 4);
        else
            lua_pushboolean(L, 1), lua_replace(L, 4);
        lua_settop(L, 4);
    }
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 4);
    lua_rawset(L, 2);
    lua_pushvalue(L, 4);
    lua_pushvalue(L, 3);
    return 2;
}

/* A module's text, which is the host's: given back whatever Lua does. */
struct module {
    const char *text, *path, *chunk;
    size_t len;
};

static int
keep_module(lua_State *L)
{
    const struct module *m = lua_touserdata(L, 1);
    int status = site_load(L, m->text, m->len, m->chunk);

    if (status != LUA_OK)
        return lua_error(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, luax_of(world_of(L))->sources);
    lua_pushlstring(L, m->text, m->len);
    lua_setfield(L, -2, m->path);
    lua_pop(L, 1);
    return 1;
}

/* Push the chunk of module name and its path. */
static void
load_module(lua_State *L, const char *name)
{
    struct world *w = world_of(L);
    char path[512] = "", chunk[520];
    size_t len = 0;
    char *text = NULL;
    int status;

    if (w->host.load != NULL)
        text = w->host.load(w->host.io_ctx, name, &len, path, sizeof path);
    if (text == NULL)
        luaL_error(L, "module '%s' not found: no %s.lua beside the script",
                   name, name);
    snprintf(chunk, sizeof chunk, "@%s", path);
    lua_pushcfunction(L, keep_module);
    lua_pushlightuserdata(L, &(struct module){ text, path, chunk, len });
    status = lua_pcall(L, 1, 1, 0);
    free(text);
    if (status != LUA_OK)
        luaL_error(L, "error loading module '%s' from file '%s':\n\t%s", name,
                   path, lua_tostring(L, -1));
    lua_pushstring(L, path);
}

static int io_require(lua_State *L);

/* Is name being loaded by one of the calls that lead here? Each has the name
 * of its module in its first slot. */
static bool
is_under_way(lua_State *L, const char *name)
{
    bool found = false;
    lua_Debug ar;

    for (int level = 1; !found && lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "f", &ar);
        if (lua_tocfunction(L, -1) == io_require &&
            lua_getlocal(L, &ar, 1) != NULL) {
            found = lua_type(L, -1) == LUA_TSTRING &&
                    strcmp(lua_tostring(L, -1), name) == 0;
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    }
    return found;
}

static int
io_require(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);

    lua_settop(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, 2) != LUA_TNIL)
        return 1;
    lua_pop(L, 1);
    if (is_under_way(L, name))
        return luaL_error(L, "import cycle not allowed: module '%s' is still "
                             "being loaded", name);
    load_module(L, name);
    lua_insert(L, 3); /* name, loaded, path, chunk */
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 3);
    lua_callk(L, 2, 1, 0, loaded);
    return loaded(L, LUA_OK, 0);
}

/* --- io.write, io.read ------------------------------------------------- */

static int
io_write(lua_State *L)
{
    int n = lua_gettop(L), i;
    luaL_Buffer b;

    OP_BEGIN(L, world_of(L), io_write, EV_PRINT, NULL);
    luaL_buffinit(L, &b);
    for (i = 1; i <= n; i++) {
        luaL_checkstring(L, i);
        lua_pushvalue(L, i);
        luaL_addvalue(&b);
    }
    luaL_pushresult(&b);
    lua_out(L, 1, lua_tostring(L, -1), lua_rawlen(L, -1));
    return 0;
}

static size_t
get(struct world *w, char *buf, size_t n)
{
    size_t got;

    if (w->host.read == NULL)
        return 0;
    got = w->host.read(w->host.io_ctx, buf, n, w->nin);
    w->nin += got;
    return got;
}

/* A line, with or without its end; false at the end of the input. */
static bool
read_line(lua_State *L, bool keep)
{
    struct world *w = world_of(L);
    bool any = false;
    luaL_Buffer b;
    char ch;

    luaL_buffinit(L, &b);
    while (get(w, &ch, 1) == 1) {
        any = true;
        if (ch != '\n' || keep)
            luaL_addchar(&b, ch);
        if (ch == '\n')
            break;
    }
    luaL_pushresult(&b);
    return any;
}

static void
read_all(lua_State *L)
{
    struct world *w = world_of(L);
    char buf[1024];
    luaL_Buffer b;
    size_t n;

    luaL_buffinit(L, &b);
    while ((n = get(w, buf, sizeof buf)) > 0)
        luaL_addlstring(&b, buf, n);
    luaL_pushresult(&b);
}

static bool
read_count(lua_State *L, size_t n)
{
    struct world *w = world_of(L);
    luaL_Buffer b;
    size_t i;
    char ch;

    luaL_buffinit(L, &b);
    for (i = 0; i < n && get(w, &ch, 1) == 1; i++)
        luaL_addchar(&b, ch);
    luaL_pushresult(&b);
    return i > 0 || n == 0;
}

/* A number: the longest run of characters that can be one. */
static bool
read_number(lua_State *L)
{
    struct world *w = world_of(L);
    char buf[64];
    size_t n = 0;
    char ch;

    while (get(w, &ch, 1) == 1 && strchr(" \t\r\n", ch) != NULL)
        ;
    do {
        if (strchr("+-.0123456789abcdefABCDEFxXpP", ch) == NULL) {
            w->nin--;
            break;
        }
        buf[n++] = ch;
    } while (n < sizeof buf - 1 && get(w, &ch, 1) == 1);
    buf[n] = '\0';
    if (n > 0 && lua_stringtonumber(L, buf) == n + 1)
        return true;
    lua_pushnil(L);
    return false;
}

static bool
read_one(lua_State *L, int i)
{
    const char *f;

    if (lua_type(L, i) == LUA_TNUMBER)
        return read_count(L, (size_t)luaL_checkinteger(L, i));
    f = luaL_checkstring(L, i);
    f += *f == '*';
    switch (*f) {
    case 'l':
        return read_line(L, false);
    case 'L':
        return read_line(L, true);
    case 'n':
        return read_number(L);
    case 'a':
        read_all(L);
        return true;
    default:
        return luaL_argerror(L, i, "invalid format");
    }
}

static int
io_read(lua_State *L)
{
    int n, i;

    OP_BEGIN_AS(L, world_of(L), io_read, EV_OTHER, NULL, OP_INPUT);
    if (lua_gettop(L) == 0)
        lua_pushliteral(L, "l");
    n = lua_gettop(L);
    for (i = 1; i <= n; i++) {
        if (!read_one(L, i)) {
            lua_pop(L, 1);
            lua_pushnil(L);
            break;
        }
    }
    return lua_gettop(L) - n;
}

static int
next_line(lua_State *L)
{
    OP_BEGIN_AS(L, world_of(L), next_line, EV_OTHER, NULL, OP_INPUT);
    return read_line(L, false) ? 1 : 0;
}

static int
io_lines(lua_State *L)
{
    if (!lua_isnoneornil(L, 1))
        return luaL_error(L, "io.lines: only the program's own input can be "
                             "read");
    lua_pushcfunction(L, next_line);
    return 1;
}

void
lib_io(lua_State *L)
{
    static const luaL_Reg fns[] = {
        { "write", io_write },
        { "read", io_read },
        { "lines", io_lines },
        { NULL, NULL },
    };

    luaL_newlib(L, fns);
    lua_setglobal(L, "io");
    lua_register(L, "require", io_require);
}
