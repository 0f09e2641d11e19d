/*
 * maplib.c - what sync.Map and sync.Pool tell those who listen (RACE-3).
 *
 * Both are written in Lua (sync_extra.lua) around a lock and a counter, which
 * order whoever uses them at all. In Go's memory model only a write orders,
 * and only what observes it: of a map each key for itself, of a pool Put
 * before the Get that finds something. So what the lock and the counter order
 * is taken back: a goroutine sets its knowledge apart before it touches them,
 * and has it back afterwards.
 */
#include "lua/lua.h"

#include <string.h>

/* For whatever is a key: another number than for other keys, as good as
 * certainly. If two had the same, a race could be missed. */
static int64_t
key_number(lua_State *L, int idx)
{
    uint64_t h = (uint64_t)lua_type(L, idx) + 1, word = 0;
    const char *s;
    size_t n = 0;

    if (lua_type(L, idx) == LUA_TSTRING) {
        s = lua_tolstring(L, idx, &n);
        for (size_t i = 0; i < n; i++)
            h = (h ^ (unsigned char)s[i]) * UINT64_C(0x100000001b3);
    } else if (lua_isinteger(L, idx)) {
        word = (uint64_t)lua_tointeger(L, idx);
    } else if (lua_type(L, idx) == LUA_TNUMBER) {
        lua_Number x = lua_tonumber(L, idx);

        memcpy(&word, &x, sizeof x);
    } else if (lua_isboolean(L, idx)) {
        word = (uint64_t)lua_toboolean(L, idx);
    } else {
        word = (uint64_t)(uintptr_t)lua_topointer(L, idx);
    }
    h = (h ^ word) * UINT64_C(0x9fb21c651e98df25);
    h = (h ^ h >> 32) * UINT64_C(0xd6e8feb86659fd93);
    return (int64_t)(h >> 2); /* not one of enum heard_at */
}

/* The counter of a map or pool; a script may have made something up. */
static const struct obj *
counter(lua_State *L)
{
    const struct obj *o = obj_to(L, 1);

    if (o == NULL)
        luaL_error(L, "calling a method on bad self");
    return o;
}

/* reach(counter, changes): tells an explorer that what is counted is about to
 * be read, or changed. */
static int
reach(lua_State *L)
{
    struct world *w = world_of(L);
    struct obj *o = obj_to(L, 1);

    OP_SEEN(L, w, reach, EV_OTHER, o,
            lua_toboolean(L, 2) ? OP_TOUCH : OP_LOOK);
    return 0;
}

/* apart(counter): what is learned from now on does not count, */
static int
apart(lua_State *L)
{
    sched_heard(world_of(L), HEARD_APART, counter(L)->id, 0);
    return 0;
}

/* back(counter): until here. */
static int
back(lua_State *L)
{
    sched_heard(world_of(L), HEARD_BACK, counter(L)->id, 0);
    return 0;
}

/* between(counter, key, reads, writes): here, under the lock, is what orders.
 * Without a key it is of all that is counted, one after the other. */
static int
between(lua_State *L)
{
    struct world *w = world_of(L);
    uint32_t id = counter(L)->id;
    bool all = lua_isnil(L, 2);
    int64_t at;

    if (w->host.listen == NULL)
        return 0;
    at = all ? HEARD_AT_ITEMS : key_number(L, 2);
    sched_heard(w, HEARD_BACK, id, 0);
    if (lua_toboolean(L, 3))
        sched_heard(w, HEARD_ACQUIRE, id, at);
    if (lua_toboolean(L, 4))
        sched_heard(w, all ? HEARD_MERGE : HEARD_RELEASE, id, at);
    sched_heard(w, HEARD_APART, id, 0);
    return 0;
}

/* In the registry, for the libraries in Lua. */
void
lib_map(lua_State *L)
{
    static const luaL_Reg fns[] = {
        { "reach", reach }, { "apart", apart }, { "back", back },
        { "between", between }, { NULL, NULL },
    };

    luaL_newlib(L, fns);
    lua_setfield(L, LUA_REGISTRYINDEX, "gopark.map");
}
