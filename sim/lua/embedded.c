/*
 * embedded.c - the libraries that are written in Lua and built into gopark.
 *
 * A table in the registry holds the vocabulary (it is the libraries' _ENV) and
 * under the keys "lib NAME" and "aid NAME" what has been loaded. Globals that
 * are not loaded yet are supplied by a metatable of the table of globals.
 */
#include "lua/embedded.h"

#include "lua/fault.h"

#include <string.h>

#include <lauxlib.h>

static const char env_key = 'e', lazy_key = 'l';

/* What libraries may use. */
static const char *const vocabulary[] = {
    "assert",   "atomic",       "chan",         "close",  "default", "defer",
    "error",    "getmetatable", "go",           "ipairs", "math",    "next",
    "nilchan",  "pairs",        "panic",        "pcall",  "recv",    "runtime",
    "select",   "send",         "setmetatable", "sync",   "table",   "time",
    "tostring", "type",         NULL,
};

static const char *const lazy_names[] = {
    "context", "errgroup", "errors", "semaphore", "singleflight", NULL,
};

static const char sync_extra[] = "sync_extra";

const char *
embedded_source(const char *name, size_t *size)
{
    for (const struct embedded_file *f = embedded_files; f->name != NULL; f++) {
        if (strcmp(f->name, name) == 0) {
            *size = f->size;
            return f->text;
        }
    }
    return NULL;
}

/* Compile and run the library in env and push its two results. */
static void
run(lua_State *L, int env, const char *name)
{
    size_t size = 0;
    const char *text = embedded_source(name, &size);
    if (text == NULL)
        luaL_error(L, "there is no library '%s'", name);
    const char *chunk = lua_pushfstring(L, "=[%s.lua]", name);
    if (luaL_loadbufferx(L, text, size, chunk, "t") != LUA_OK)
        lua_error(L);
    lua_remove(L, -2);
    lua_pushvalue(L, env);
    lua_setupvalue(L, -2, 1);
    embedded_loading(L, true);
    lua_call(L, 0, 2);
    embedded_loading(L, false);
}

void
embedded_load(lua_State *L, const char *name)
{
    int base = lua_gettop(L), env = base + 1;
    luaL_checkstack(L, 10, "library");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
    const char *lib = lua_pushfstring(L, "lib %s", name);
    const char *aid = lua_pushfstring(L, "aid %s", name);
    if (lua_getfield(L, env, lib) == LUA_TNIL) {
        lua_pop(L, 1);
        run(L, env, name);
        lua_pushvalue(L, -2);
        lua_setfield(L, env, lib);
        lua_pushvalue(L, -1);
        lua_setfield(L, env, aid);
    } else {
        lua_getfield(L, env, aid);
    }
    lua_rotate(L, env, 2);
    lua_settop(L, base + 2);
}

void
embedded_set(lua_State *L, const char *name, bool value)
{
    luaL_checkstack(L, 4, "library");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
    lua_pushboolean(L, value);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

bool
embedded_aid(lua_State *L, const char *name)
{
    luaL_checkstack(L, 4, "library");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
    lua_pushfstring(L, "aid %s", name);
    lua_rawget(L, -2);
    lua_remove(L, -2);
    if (!lua_isnil(L, -1))
        return true;
    lua_pop(L, 1);
    return false;
}

/* import(name) */
static int
import(lua_State *L)
{
    embedded_load(L, luaL_checkstring(L, 1));
    return 2;
}

static bool
is_lazy(const char *name)
{
    for (int i = 0; lazy_names[i] != NULL; i++)
        if (strcmp(lazy_names[i], name) == 0)
            return true;
    return false;
}

/* __index of the table of globals */
static int
globals_index(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING || !is_lazy(lua_tostring(L, 2)))
        return 0;
    embedded_load(L, lua_tostring(L, 2));
    lua_pop(L, 1);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, -2);
    lua_rawset(L, 1);
    return 1;
}

/* Give the table at idx the fields of sync_extra, and no metatable. */
static void
sync_complete(lua_State *L, int idx)
{
    lua_pushnil(L);
    lua_setmetatable(L, idx);
    embedded_load(L, sync_extra);
    lua_pop(L, 1);
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, idx);
    }
    lua_pop(L, 1);
}

/* __index of sync */
static int
sync_index(lua_State *L)
{
    sync_complete(L, 1);
    lua_settop(L, 2);
    lua_rawget(L, 1);
    return 1;
}

/* Give the table on top a metatable whose __index is f. */
static void
set_index(lua_State *L, lua_CFunction f)
{
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, f);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
}

/*
 * The stock function that the global name has been wrapped around (base.c):
 * libraries need no protection from themselves. The table is on top.
 */
static void
unwrap(lua_State *L, const char *name)
{
    lua_getglobal(L, name);
    if (lua_iscfunction(L, -1) && lua_getupvalue(L, -1, 1) != NULL) {
        lua_setfield(L, -3, name);
        lua_pop(L, 1);
    } else {
        lua_setfield(L, -2, name);
    }
}

void
embedded_open(lua_State *L)
{
    int count = (int)(sizeof(vocabulary) / sizeof(vocabulary[0]));
    lua_createtable(L, 0, count);
    for (int i = 0; vocabulary[i] != NULL; i++) {
        lua_getglobal(L, vocabulary[i]);
        lua_setfield(L, -2, vocabulary[i]);
    }
    unwrap(L, "getmetatable");
    unwrap(L, "setmetatable");
    lua_pushcfunction(L, import);
    lua_setfield(L, -2, "import");
    lua_getfield(L, LUA_REGISTRYINDEX, "gopark.seal");
    lua_setfield(L, -2, "seal");
    lua_pushcfunction(L, fault_lua);
    lua_setfield(L, -2, "skips");
    lua_pushcfunction(L, blame_need);
    lua_setfield(L, -2, "need");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "faults");
    lua_getfield(L, LUA_REGISTRYINDEX, "gopark.once");
    lua_setfield(L, -2, "once");
    lua_getfield(L, LUA_REGISTRYINDEX, "gopark.map");
    lua_setfield(L, -2, "heard");
    lua_getfield(L, LUA_REGISTRYINDEX, "gopark.look");
    lua_setfield(L, -2, "look");
    lua_pushcfunction(L, task_repanic);
    lua_setfield(L, -2, "repanic");
    lua_pushcfunction(L, golib_catch);
    lua_setfield(L, -2, "catch");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &env_key);
    lua_pushglobaltable(L);
    set_index(L, globals_index);
    lua_getmetatable(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &lazy_key);
    lua_pop(L, 1);
    if (lua_getglobal(L, "sync") == LUA_TTABLE)
        set_index(L, sync_index);
    lua_pop(L, 1);
}

/* Is the value at idx a table whose metatable is the one of the globals? */
static bool
is_waiting(lua_State *L, int idx)
{
    if (!lua_istable(L, idx) || !lua_getmetatable(L, idx))
        return false;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &lazy_key);
    bool same = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return same;
}

void
embedded_settle(lua_State *L, int idx)
{
    if (!is_waiting(L, idx))
        return;
    idx = lua_absindex(L, idx);
    for (int i = 0; lazy_names[i] != NULL; i++) {
        lua_getfield(L, idx, lazy_names[i]); /* loads it */
        lua_pop(L, 1);
    }
    lua_pushnil(L);
    lua_setmetatable(L, idx);
}

void
embedded_collected(lua_State *L)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
    if (lua_getfield(L, -1, "aid sync_extra") == LUA_TFUNCTION)
        lua_call(L, 0, 0);
    else
        lua_pop(L, 1);
    lua_pop(L, 1);
}
