/*
 * selectlib.c - select { recv(ch), send(ch, v), default() }.
 *
 * A case is an object of its own; recv(ch) without a function gives the same
 * one each time, which the channel keeps. select on anything but a table is
 * Lua's select.
 */
#include "lua/chanlib.h"

#include <string.h>

enum { FEW = 32, MOST = 65535 }; /* cases on the C stack; SEL-15 */

/* --- cases ------------------------------------------------------------- */

static struct scase_obj *
new_case(lua_State *L)
{
    struct scase_obj *sc = lua_newuserdatauv(L, sizeof *sc, 3);

    memset(sc, 0, sizeof *sc);
    sc->magic = CASE_MAGIC;
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_setmetatable(L, -2);
    return sc;
}

/* The function of a case, at idx, is its last user value. */
static void
set_fn(lua_State *L, struct scase_obj *sc, int idx)
{
    if (lua_isnoneornil(L, idx))
        return;
    luaL_checktype(L, idx, LUA_TFUNCTION);
    lua_pushvalue(L, idx);
    lua_setiuservalue(L, -2, UV_CASE_FN);
    sc->has_fn = true;
}

static int
base_recv(lua_State *L)
{
    struct hchan *c = chan_arg(L, 1, false, true);
    struct scase_obj *sc;

    lua_settop(L, 2);
    if (c != NULL && lua_isnil(L, 2) &&
        lua_getiuservalue(L, 1, UV_CASE) == LUA_TUSERDATA)
        return 1;
    sc = new_case(L);
    sc->c = c;
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, UV_CASE_CHAN);
    set_fn(L, sc, 2);
    if (c != NULL && !sc->has_fn) {
        lua_pushvalue(L, -1);
        lua_setiuservalue(L, 1, UV_CASE);
    }
    return 1;
}

static int
base_send(lua_State *L)
{
    struct hchan *c = chan_arg(L, 1, true, true);
    struct scase_obj *sc;

    if (c != NULL)
        chan_check_send(L, c);
    lua_settop(L, 3);
    sc = new_case(L);
    sc->c = c;
    sc->sends = true;
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, UV_CASE_CHAN);
    lua_pushvalue(L, 2);
    lua_setiuservalue(L, -2, UV_CASE_VALUE);
    set_fn(L, sc, 3);
    return 1;
}

static int
base_default(lua_State *L)
{
    struct scase_obj *sc;

    lua_settop(L, 1);
    sc = new_case(L);
    sc->dflt = true;
    set_fn(L, sc, 1);
    return 1;
}

const struct scase_obj *
select_case(lua_State *L, int i)
{
    const struct scase_obj *o = stack_entry(L, 1, i);

    return o != NULL && o->magic == CASE_MAGIC ? o : NULL;
}

/* --- results ----------------------------------------------------------- */

static int
called(lua_State *L, int status, lua_KContext base)
{
    (void)status;
    return lua_gettop(L) - (int)base;
}

/* Case i was taken; on top are the nres results of its operation and, if it
 * has one, its function. */
static int
give(lua_State *L, int i, int nres, bool has_fn)
{
    int base;

    if (!has_fn) {
        stack_insert_integer(L, i, nres);
        return nres + 1;
    }
    lua_insert(L, -1 - nres);
    stack_insert_integer(L, i, nres + 1);
    base = lua_gettop(L) - nres - 2;
    lua_callk(L, nres, LUA_MULTRET, base, called);
    return called(L, LUA_OK, base);
}

/* The same without the function. */
static int
finish(lua_State *L, int i, int nres)
{
    bool has_fn = select_case(L, i)->has_fn;

    if (has_fn)
        stack_push_of_entry(L, 1, i, UV_CASE_FN);
    return give(L, i, nres, has_fn);
}

/* The same after a wait: the table may hold others by now. Its cases are on the
 * stack, the first behind `below`. */
static int
woken(lua_State *L, int status, lua_KContext below)
{
    struct g *gp = sched_g(world_of(L));
    int i = gp->fired == 0 ? 1 : gp->fired;
    const struct scase_obj *sc = stack_userdata(L, (int)below + i);
    int nres = sc->sends ? 0 : 2;

    (void)status;
    if (sc->sends && !gp->success)
        return op_panic(L, "send on closed channel");
    if (sc->has_fn)
        lua_getiuservalue(L, (int)below + i, UV_CASE_FN);
    return give(L, i, nres, sc->has_fn);
}

/* --- select ------------------------------------------------------------ */

/* Lua's own select(n, ...). */
static int
lua_select(lua_State *L)
{
    int n = lua_gettop(L);
    lua_Integer i;

    if (lua_type(L, 1) == LUA_TSTRING && *lua_tostring(L, 1) == '#') {
        lua_pushinteger(L, n - 1);
        return 1;
    }
    i = luaL_checkinteger(L, 1);
    if (i < 0)
        i = n + i;
    else if (i > n)
        i = n;
    luaL_argcheck(L, 1 <= i, 1, "index out of range");
    return n - (int)i;
}

/* Fill sc from the table at 1. Returns the position of default, or 0. */
static int
gather(lua_State *L, struct scase *sc, int n)
{
    int i, dflt = 0;

    for (i = 1; i <= n; i++) {
        const struct scase_obj *o = select_case(L, i);

        if (o == NULL)
            luaL_error(L, "select: entry %d is not a case "
                          "(recv, send or default expected)", i);
        if (o->dflt && dflt != 0)
            luaL_error(L, "select: entry %d is a second default", i);
        if (o->dflt)
            dflt = i;
        sc[i - 1].c = o->c;
        sc[i - 1].sends = o->sends;
        sc[i - 1].elem = 0;
    }
    return dflt;
}

/* Case i was ready and is done: move its value. */
static int
taken(lua_State *L, const struct scase *sc, int i, enum chan_act act,
      const struct chan_move *mv)
{
    int top;

    if (act == CHAN_CLOSED && sc->sends)
        return op_panic(L, "send on closed channel");
    if (act == CHAN_CLOSED) {
        lua_pushnil(L);
        lua_pushboolean(L, 0);
        return finish(L, i, 2);
    }
    stack_push_of_entry(L, 1, i, UV_CASE_CHAN);
    top = stack_gettop(L);
    if (sc->sends) {
        stack_push_of_entry(L, 1, i, UV_CASE_VALUE);
        chan_put(L, top, sc->c, act, mv);
        return finish(L, i, 0);
    }
    chan_take(L, top, sc->c, act, mv);
    lua_remove(L, top);
    lua_pushboolean(L, 1);
    return finish(L, i, 2);
}

/* Nothing is ready: put the cases on the stack, which keeps their channels
 * whatever becomes of the table, and then the values of those that send; and
 * wait. */
static int
wait(lua_State *L, struct scase *sc, int n)
{
    struct world *w = world_of(L);
    int below = stack_gettop(L), i;

    op_must_yield(L);
    luaL_checkstack(L, 2 * n + 4, "select: too many cases");
    for (i = 1; i <= n; i++)
        stack_push_entry(L, 1, i);
    for (i = 0; i < n; i++) {
        if (sc[i].sends) {
            stack_push_of_entry(L, 1, i + 1, UV_CASE_VALUE);
            sc[i].elem = stack_gettop(L);
        }
    }
    if (!select_park(w, sched_g(w), sc, n))
        return op_no_memory(L);
    return op_block(L, woken, below);
}

/* A single case without default is the plain operation (SEL-2). */
static int
plain(lua_State *L, struct scase *sc)
{
    struct world *w = world_of(L);
    struct g *gp = sched_g(w);
    struct chan_move mv;
    enum chan_act act;

    op_must_yield(L);
    gp->fired = 1;
    if (sc->c == NULL) {
        g_park(w, gp, sc->sends ? WAIT_NIL_SEND : WAIT_NIL_RECV, NULL);
        return op_block(L, woken, 1);
    }
    stack_settop(L, 1);
    stack_push_entry(L, 1, 1);
    stack_push_of_entry(L, 1, 1, UV_CASE_VALUE);
    act = sc->sends ? chan_send(w, sc->c, gp, 3, true, &mv)
                    : chan_recv(w, sc->c, gp, true, &mv);
    if (act == CHAN_PARK)
        return op_block(L, woken, 1);
    return taken(L, sc, 1, act, &mv);
}

/* An explorer has said which case it is to be: the others do not count.
 * True: it is to be default. */
static bool
only(struct world *w, struct scase *sc, int n, int *dflt)
{
    int k = w->sched->explore.force, i;

    w->sched->explore.force = 0;
    for (i = 0; k > 0 && i < n; i++) {
        if (i != k - 1)
            sc[i].c = NULL;
    }
    if (k > 0)
        *dflt = 0;
    return k < 0;
}

static int
go_select(lua_State *L)
{
    struct world *w = world_of(L);
    struct scase few[FEW], *sc = few;
    struct chan_move mv = { 0 };
    int n = (int)lua_rawlen(L, 1), dflt, which = 0;
    enum chan_act act;

    if (n > MOST)
        return luaL_error(L, "select: more than %d cases", MOST);
    stack_settop(L, 1);
    if (n > FEW)
        sc = lua_newuserdatauv(L, sizeof *sc * (size_t)n, 0);
    dflt = gather(L, sc, n);
    if (op_explored(w) && only(w, sc, n, &dflt)) {
        sched_event(w, EV_SELECT, 0, 0);
        return finish(L, dflt, 0);
    }
    if (n == 1 && dflt == 0 && op_can_block(L))
        return plain(L, sc);
    sched_cost(w, n == 2 && dflt != 0
                      ? COST_SELECT_ONE
                      : COST_SELECT + n * COST_SELECT_CASE);
    act = select_try(w, sched_g(w), sc, n, &which, &mv);
    if (act != CHAN_BUSY)
        return taken(L, &sc[which], which + 1, act, &mv);
    if (dflt != 0) {
        sched_event(w, EV_SELECT, 0, 0);
        return finish(L, dflt, 0);
    }
    return wait(L, sc, n);
}

static int
base_select(lua_State *L)
{
    struct world *w = world_of(L);

    if (!lua_istable(L, 1))
        return lua_select(L);
    OP_BEGIN(L, w, base_select, EV_SELECT, NULL);
    return go_select(L);
}

void
lib_select(lua_State *L)
{
    static const luaL_Reg fns[] = {
        { "recv", base_recv }, { "send", base_send },
        { "default", base_default }, { NULL, NULL },
    };

    lua_pushglobaltable(L);
    lua_createtable(L, 0, 2);
    lua_pushliteral(L, "select case");
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__name");
    lua_setfield(L, -2, "__metatable");
    luaL_setfuncs(L, fns, 1);
    lua_pushcfunction(L, base_select);
    lua_setfield(L, -2, "select");
    lua_pop(L, 1);
}
