/*
 * checklib.c - the table check: what a program promises of itself, and the
 * part of it that is to be explored.
 *
 * In a normal run check.par is a WaitGroup in short, check.choose a draw, and
 * a broken promise ends the program with status 2. What an explorer does with
 * them is in check/.
 */
#include "lua/lua.h"

#include <stdlib.h>
#include <string.h>

/* --- assert ------------------------------------------------------------- */

static int
check_assert(lua_State *L)
{
    luaL_checkany(L, 1);
    if (lua_toboolean(L, 1))
        return 0;
    return op_check_failed(L, luaL_optstring(L, 2, "assertion failed"));
}

/* --- always, finally ---------------------------------------------------- */

/* Append the function at 1 to the list *ref of the registry. */
static void
enlist(lua_State *L, int *ref)
{
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_settop(L, 1);
    if (*ref == 0) {
        lua_newtable(L);
        *ref = luaL_ref(L, LUA_REGISTRYINDEX);
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, *ref);
    lua_insert(L, 1);
    lua_rawseti(L, 1, (lua_Integer)lua_rawlen(L, 1) + 1);
}

/* Call the functions of the list until one does not hold. False: pushes what
 * to say of it. */
static bool
all_hold(lua_State *L, int ref, const char *what)
{
    struct sched *s = world_of(L)->sched;
    uint32_t unseen = s->explore.unseen;
    lua_Debug ar;
    int i, list;

    lua_rawgeti(L, LUA_REGISTRYINDEX, ref);
    list = lua_gettop(L);
    for (i = 1; lua_rawgeti(L, list, i) == LUA_TFUNCTION; i++) {
        bool holds;

        lua_pushvalue(L, -1);
        holds = lua_pcall(L, 0, 1, 0) == LUA_OK && lua_toboolean(L, -1);
        s->explore.unseen = unseen; /* it changes nothing */
        if (holds) {
            lua_settop(L, list);
            continue;
        }
        lua_pushvalue(L, -2);
        lua_getinfo(L, ">S", &ar);
        if (lua_type(L, -1) == LUA_TSTRING)
            lua_pushfstring(L, "%s: %s", what, lua_tostring(L, -1));
        else
            lua_pushfstring(L, "%s at %s:%d", what, site_chunk(&ar),
                            ar.linedefined);
        lua_replace(L, list);
        lua_settop(L, list);
        return false;
    }
    lua_settop(L, list - 1);
    return true;
}

static void
broken(lua_State *L, const char *text)
{
    struct world *w = world_of(L);
    struct tb t = { .w = w };

    if (w->sched->explore.crash_one) {
        crash_note(L, END_CHECK, 0, text);
        return;
    }
    tb_add(&t, "check failed: %s\n", text);
    report_set(w, t.buf, t.len);
    free(t.buf);
    if (w->end.how != END_NOT) { /* with its last step */
        w->end.how = END_CHECK;
        w->end.code = 2;
    }
    sched_end(w, END_CHECK, 2);
}

struct watch {
    char text[CRASH_TEXT];
    bool holds;
};

static int
watch_protected(lua_State *L)
{
    struct watch *wt = lua_touserdata(L, 1);

    if (!eval_take_stage(world_of(L), 0))
        return luaL_error(L, "no memory to look");
    wt->holds = all_hold(L, luax_of(world_of(L))->always, "always");
    if (!wt->holds)
        strncpy(wt->text, lua_tostring(L, -1), sizeof wt->text - 1);
    return 0;
}

/* What the functions do to the world is undone, and nobody hears of it. */
static void
watch_branch(struct world *w, struct watch *wt)
{
    struct host host = w->host;
    struct snapshot *s = snapshot_take(w, NULL);

    if (s == NULL)
        return;
    w->host.log = NULL;
    w->host.listen = NULL;
    w->host.write = NULL;
    w->host.op_wanted = false;
    lua_sethook(w->lua, NULL, 0, 0);
    lua_pushcfunction(w->lua, watch_protected);
    lua_pushlightuserdata(w->lua, wt);
    if (lua_pcall(w->lua, 1, 0, 0) != LUA_OK)
        wt->holds = true; /* no memory to look */
    w->host.log = host.log;
    w->host.listen = host.listen;
    w->host.write = host.write;
    w->host.op_wanted = host.op_wanted;
    snapshot_restore(w, s);
    snapshot_free(s);
}

/* After each step, one that ends the program well among them: false if a
 * promise is broken, and with it the program. */
static bool
watch(struct world *w)
{
    struct watch wt = { "", true };
    enum gopark_how how = w->end.how;

    if (how == END_NOT || how == END_RETURN || how == END_EXIT)
        watch_branch(w, &wt);
    if (!wt.holds)
        broken(w->lua, wt.text);
    return wt.holds;
}

static int
check_always(lua_State *L)
{
    struct world *w = world_of(L);

    enlist(L, &luax_of(w)->always);
    w->sched->watch = watch;
    drive_close_gate(w->sched);
    return 0;
}

static int
check_finally_set(lua_State *L)
{
    enlist(L, &luax_of(world_of(L))->finally);
    return 0;
}

bool
check_finally(lua_State *L)
{
    struct host *h = &world_of(L)->host;
    host_listen_fn *listen = h->listen;
    int ref = luax_of(world_of(L))->finally;
    bool hold;

    h->listen = NULL; /* what it reads nobody has to order */
    hold = ref == 0 || all_hold(L, ref, "finally");
    h->listen = listen;
    if (hold)
        return true;
    broken(L, lua_tostring(L, -1));
    lua_pop(L, 1);
    return world_of(L)->end.how == END_NOT;
}

/* --- par ---------------------------------------------------------------- */

/* The body of a goroutine of par: upvalue 1 is the wait group of all, 2 the
 * function. However it ends, it is counted. */
static int
par_done(lua_State *L, int status, lua_KContext ctx)
{
    struct world *w = world_of(L);
    struct waitgroup *wg = lua_touserdata(L, lua_upvalueindex(1));
    bool failed = status != LUA_OK && status != LUA_YIELD;

    (void)ctx;
    if (w->end.how == END_NOT &&
        (!failed || task_is_exit(L, -1) || w->sched->explore.crash_one)) {
        wg_add(w, wg, -1);
        w->sched->explore.joins += wg->count == 0;
    }
    return failed ? lua_error(L) : 0;
}

static int
par_body(lua_State *L)
{
    int status;

    lua_pushcfunction(L, task_panicked);
    lua_pushvalue(L, lua_upvalueindex(2));
    status = lua_pcallk(L, 0, 0, 1, 0, par_done);
    return par_done(L, status, 0);
}

/* The group is not one of the program's: it has no number to be shown. */
static struct waitgroup *
push_group(lua_State *L, int n)
{
    struct world *w = world_of(L);
    struct waitgroup *wg = obj_push(L, sizeof *wg, 0);

    obj_init(w, &wg->o, OBJ_WG);
    obj_named(L, &wg->o, n + 2);
    w->sched->nobj[OBJ_WG]--;
    wg->o.hidden = true;
    wg->count = n;
    return wg;
}

/* The group is on top. */
static int
join(lua_State *L)
{
    struct world *w = world_of(L);
    const struct waitgroup *wg = lua_touserdata(L, -1);

    OP_SEEN(L, w, join, EV_GO, NULL, OP_JOIN);
    sched_heard(w, HEARD_ACQUIRE, wg->o.id, HEARD_AT_GROUP);
    w->sched->explore.par--;
    w->sched->explore.joins--;
    return 0;
}

static int
par_over(lua_State *L, int status, lua_KContext ctx)
{
    (void)status;
    (void)ctx;
    return join(L);
}

static int
check_par(lua_State *L)
{
    struct world *w = world_of(L);
    int n = lua_gettop(L), i;
    struct waitgroup *wg;

    for (i = 1; i <= n; i++)
        luaL_checktype(L, i, LUA_TFUNCTION);
    OP_BEGIN_AS(L, w, check_par, EV_GO, NULL, OP_PAR);
    op_must_yield(L);
    if (n == 0)
        return 0;
    wg = push_group(L, n);
    w->sched->explore.par++;
    for (i = 1; i <= n; i++) {
        const struct site *made = site_here(L, i);

        lua_pushvalue(L, n + 1);
        lua_pushvalue(L, i);
        lua_pushcclosure(L, par_body, 2);
        if (task_go(L, 0, made, sched_g(w)->id) == NULL)
            return op_leave(L);
    }
    lua_settop(L, n + 1);
    wg_wait(w, wg, sched_g(w));
    return op_block(L, par_over, 0);
}

/* --- choose ------------------------------------------------------------- */

static int
check_choose(lua_State *L)
{
    struct world *w = world_of(L);
    lua_Integer n = luaL_checkinteger(L, 1);
    int force = w->sched->explore.force;

    luaL_argcheck(L, n >= 1 && n <= INT32_MAX, 1,
                  "a number from 1 to 2147483647 expected");
    OP_BEGIN_AS(L, w, check_choose, EV_OTHER, NULL, OP_CHOOSE);
    if (force == 0 || !op_explored(w))
        force = 1 + (int)choose(w, CHOOSE_USER, (uint32_t)n);
    lua_pushinteger(L, force);
    return 1;
}

void
lib_check(lua_State *L)
{
    static const luaL_Reg fns[] = {
        { "assert", check_assert }, { "always", check_always },
        { "finally", check_finally_set }, { "choose", check_choose },
        { NULL, NULL },
    };
    static const luaL_Reg none[] = { { NULL, NULL } };

    luaL_newlib(L, fns);
    obj_class(L, "check.par", none, check_par);
    lua_setfield(L, -3, "par");
    lua_pop(L, 1);
    lua_setglobal(L, "check");
}
