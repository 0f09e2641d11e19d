/*
 * timelib.c - the time table: sleeping, timers, tickers (TM-10..15).
 *
 * Durations are integers in virtual ns. A timer's channel carries the timer
 * in itself (chanlib.h), so the two live and die together; a function to be
 * called later is kept in the registry while its timer is armed.
 */
#include "lua/chanlib.h"
#include "lua/fault.h"

#include <string.h>

/* time.Timer, time.Ticker. User value 1: the channel, or the function. */
struct timer_obj {
    struct obj o;
    struct hchan *c;  /* NULL for AfterFunc */
    struct timer t;   /* AfterFunc's own */
    bool ticker;
};

static int64_t
check_duration(lua_State *L, int idx)
{
    lua_Number d;

    if (lua_isinteger(L, idx))
        return lua_tointeger(L, idx);
    d = luaL_checknumber(L, idx);
    if (!(d > -9.2e18 && d < 9.2e18))
        return luaL_argerror(L, idx, "duration out of range");
    return (int64_t)d;
}

/* now + d, at most 146 years: the clock, once there, must have room to go on. */
static int64_t
after(struct world *w, int64_t d)
{
    static const int64_t latest = INT64_MAX / 2;
    int64_t now = sched_now(w);

    return d > latest - now ? latest : now + (d > 0 ? d : 0);
}

/* --- Sleep ------------------------------------------------------------- */

static void
wake(struct world *w, struct timer *t)
{
    struct g *gp = t->arg;

    gp->timer = NULL;
    heap_free(w, t, sizeof *t);
    g_ready(w, gp);
}

int
op_sleep(lua_State *L, int64_t d)
{
    struct world *w = world_of(L);
    struct g *gp = sched_g(w);
    struct timer *t;

    if (d <= 0)
        return 0;
    op_must_yield(L);
    t = heap_alloc(w, sizeof *t);
    if (t == NULL)
        return op_no_memory(L);
    memset(t, 0, sizeof *t);
    t->sleeps = true;
    t->fire = wake;
    t->arg = gp;
    t->g = gp->id;
    t->what = "sleep";
    sched_event(w, EV_SLEEP, 0, d);
    if (!timer_arm(w, t, after(w, d))) {
        heap_free(w, t, sizeof *t);
        return op_no_memory(L);
    }
    g_park(w, gp, WAIT_SLEEP, NULL);
    gp->timer = t;
    return op_block(L, NULL, 0);
}

static int
time_Sleep(lua_State *L)
{
    int64_t d = check_duration(L, 1);

    OP_BEGIN(L, world_of(L), time_Sleep, EV_SLEEP, NULL);
    return op_sleep(L, d);
}

/* --- channel timers ---------------------------------------------------- */

static struct timer *
timer_of(struct timer_obj *to)
{
    return to->c != NULL ? to->c->timer : &to->t;
}

/* Set a channel timer: it enters a heap only if somebody waits. */
static void
set_channel(struct world *w, struct hchan *c, int64_t when, int64_t period)
{
    c->timer->when = when;
    c->timer->period = period;
    sched_heard(w, HEARD_RELEASE, c->o.id, HEARD_AT_TIMER);
    if (c->recvq.first != NULL)
        chan_timer_watch(w, c);
}

static struct hchan *
push_channel(lua_State *L, int64_t d, int64_t period)
{
    struct world *w = world_of(L);
    struct hchan *c;

    chan_make_timer(L, &c);
    sched_cost(w, COST_TIMER);
    set_channel(w, c, after(w, d), period);
    return c;
}

static int
time_After(lua_State *L)
{
    int64_t d = check_duration(L, 1);

    OP_BEGIN(L, world_of(L), time_After, EV_TIMER, NULL);
    push_channel(L, d, 0);
    return 1;
}

static int
time_Tick(lua_State *L)
{
    int64_t d = check_duration(L, 1);

    OP_BEGIN(L, world_of(L), time_Tick, EV_TIMER, NULL);
    if (d <= 0) {
        lua_getglobal(L, "nilchan");
        return 1;
    }
    push_channel(L, d, d);
    return 1;
}

/* A Timer or Ticker; upvalues: the channel's metatable, ours. */
static struct timer_obj *
push_timer(lua_State *L, bool ticker)
{
    struct timer_obj *to = lua_newuserdatauv(L, sizeof *to, 1);

    memset(to, 0, sizeof *to);
    to->ticker = ticker;
    to->o.magic = OBJ_MAGIC | OBJ_TIMER;
    lua_pushvalue(L, lua_upvalueindex(ticker ? 3 : 2));
    lua_setmetatable(L, -2);
    return to;
}

static int
new_timer(lua_State *L, bool ticker)
{
    int64_t d = check_duration(L, 1);
    struct timer_obj *to;

    lua_settop(L, 1);
    to = push_timer(L, ticker);
    to->c = push_channel(L, d, ticker ? d : 0);
    lua_setiuservalue(L, 2, 1);
    return 1;
}

static int
time_NewTimer(lua_State *L)
{
    OP_BEGIN(L, world_of(L), time_NewTimer, EV_TIMER, NULL);
    return new_timer(L, false);
}

static int
time_NewTicker(lua_State *L)
{
    OP_BEGIN(L, world_of(L), time_NewTicker, EV_TIMER, NULL);
    if (check_duration(L, 1) <= 0)
        return op_panic(L, "non-positive interval for NewTicker");
    return new_timer(L, true);
}

/* --- AfterFunc --------------------------------------------------------- */

/* What the setting of a timer that calls a function is heard as. */
static int64_t
heard_as(const struct world *w, const struct timer *t)
{
    return (const char *)t - (const char *)w;
}

/* Keep the function, on top of the stack, where the firing finds it. */
static void
keep(lua_State *L, struct timer_obj *to)
{
    struct world *w = world_of(L);

    lua_rawsetp(L, LUA_REGISTRYINDEX, &to->t);
    sched_heard(w, HEARD_RELEASE, 0, heard_as(w, &to->t));
}

static void
drop(lua_State *L, struct timer_obj *to)
{
    lua_pushnil(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &to->t);
}

/* Runs the function in a goroutine of its own (TM-15). The object may die
 * with the call, so what it holds is taken first. */
static void
start(struct world *w, struct timer *t)
{
    lua_State *L = w->lua;
    struct timer_obj *to = t->arg;

    t->when = 0;
    sched_heard(w, HEARD_FIRES, 0, heard_as(w, t));
    lua_rawgetp(L, LUA_REGISTRYINDEX, t);
    lua_getiuservalue(L, -1, 1);
    lua_remove(L, -2);
    task_go(L, 0, to->o.made, 0);
    drop(L, to);
}

static int
time_AfterFunc(lua_State *L)
{
    struct world *w = world_of(L);
    int64_t d = check_duration(L, 1);
    struct timer_obj *to;

    luaL_checktype(L, 2, LUA_TFUNCTION);
    OP_BEGIN(L, w, time_AfterFunc, EV_TIMER, NULL);
    lua_settop(L, 2);
    to = push_timer(L, false);
    lua_pushvalue(L, 2);
    lua_setiuservalue(L, 3, 1);
    to->t.fire = start;
    to->t.arg = to;
    to->t.what = "function";
    to->o.made = site_here(L, 2);
    lua_pushvalue(L, 3);
    keep(L, to);
    sched_cost(w, COST_TIMER);
    if (!timer_arm(w, &to->t, after(w, d)))
        return op_no_memory(L);
    return 1;
}

/* --- methods ----------------------------------------------------------- */

static struct timer_obj *
check_timer(lua_State *L)
{
    return stack_self(L, OBJ_TIMER, "time.Timer");
}

/* Was it active? For a channel timer: armed, or fired and not yet received
 * (TM-12); what it has fired is taken back. */
static bool
halt(lua_State *L, struct timer_obj *to)
{
    struct world *w = world_of(L);
    struct timer *t = timer_of(to);
    bool active = t->when > 0;

    sched_cost(w, COST_TIMER_STOP);
    timer_disarm(w, t);
    t->when = 0;
    if (to->c == NULL) {
        drop(L, to);
        return active;
    }
    if (to->c->count > 0) {
        to->c->count = 0;
        active = true;
    }
    return active;
}

static int
timer_Stop(lua_State *L)
{
    struct timer_obj *to = check_timer(L);
    bool active;

    OP_BEGIN_AS(L, world_of(L), timer_Stop, EV_TIMER, NULL, OP_HALT);
    if (FAULT_SKIPS(L, world_of(L), FAULT_STOP, 1))
        return 0;
    active = halt(L, to);
    if (to->ticker)
        return 0;
    lua_pushboolean(L, active);
    return 1;
}

static int
timer_Reset(lua_State *L)
{
    struct world *w = world_of(L);
    struct timer_obj *to = check_timer(L);
    int64_t d = check_duration(L, 2);
    bool active;

    OP_BEGIN_AS(L, w, timer_Reset, EV_TIMER, NULL, OP_HALT);
    if (to->ticker && d <= 0)
        return op_panic(L, "non-positive interval for Ticker.Reset");
    active = halt(L, to);
    if (to->c != NULL) {
        set_channel(w, to->c, after(w, d), to->ticker ? d : 0);
    } else {
        lua_pushvalue(L, 1);
        keep(L, to);
        if (!timer_arm(w, &to->t, after(w, d)))
            return op_no_memory(L);
    }
    if (to->ticker)
        return 0;
    lua_pushboolean(L, active);
    return 1;
}

/* timer.C, or a method. */
static int
timer_index(lua_State *L)
{
    struct timer_obj *to = check_timer(L);
    const char *key = lua_tostring(L, 2);

    if (key != NULL && strcmp(key, "C") == 0) {
        if (to->c == NULL)
            lua_pushnil(L);
        else
            lua_getiuservalue(L, 1, 1);
        return 1;
    }
    lua_pushvalue(L, 2);
    lua_rawget(L, lua_upvalueindex(1));
    return 1;
}

/* An AfterFunc timer is in the registry while armed, so it is never collected
 * then. */
static int
timer_gc(lua_State *L)
{
    struct timer_obj *to = lua_touserdata(L, 1);

    timer_disarm(world_of(L), &to->t);
    return 0;
}

/* --- the clock --------------------------------------------------------- */

static int
time_Now(lua_State *L)
{
    OP_BEGIN_AS(L, world_of(L), time_Now, EV_OTHER, NULL, OP_CLOCK);
    lua_pushinteger(L, sched_now(world_of(L)));
    return 1;
}

static int
time_Since(lua_State *L)
{
    lua_Integer t = luaL_checkinteger(L, 1);

    OP_BEGIN_AS(L, world_of(L), time_Since, EV_OTHER, NULL, OP_CLOCK);
    lua_pushinteger(L, sched_now(world_of(L)) - t);
    return 1;
}

int64_t
lua_now(lua_State *L)
{
    struct world *w = world_of(L);

    return w->sched->cur != NULL ? sched_now(w) : w->sched->now;
}

static void
set_units(lua_State *L)
{
    static const struct {
        const char *name;
        int64_t ns;
    } unit[] = {
        { "Nanosecond", 1 },
        { "Microsecond", 1000 },
        { "Millisecond", 1000000 },
        { "Second", 1000000000 },
        { "Minute", INT64_C(60000000000) },
        { "Hour", INT64_C(3600000000000) },
    };
    size_t i;

    for (i = 0; i < sizeof unit / sizeof unit[0]; i++) {
        lua_pushinteger(L, unit[i].ns);
        lua_setfield(L, -2, unit[i].name);
    }
}

static void
timer_class(lua_State *L, const char *name)
{
    static const luaL_Reg methods[] = {
        { "Stop", timer_Stop }, { "Reset", timer_Reset }, { NULL, NULL },
    };

    lua_createtable(L, 0, 4);
    lua_pushstring(L, name);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__name");
    lua_setfield(L, -2, "__metatable");
    lua_newtable(L);
    luaL_setfuncs(L, methods, 0);
    lua_pushcclosure(L, timer_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, timer_gc);
    lua_setfield(L, -2, "__gc");
}

void
lib_time(lua_State *L)
{
    static const luaL_Reg fns[] = {
        { "Sleep", time_Sleep },         { "After", time_After },
        { "Tick", time_Tick },           { "NewTimer", time_NewTimer },
        { "NewTicker", time_NewTicker }, { "AfterFunc", time_AfterFunc },
        { "Now", time_Now },             { "Since", time_Since },
        { NULL, NULL },
    };

    lua_newtable(L);
    lua_getfield(L, LUA_REGISTRYINDEX, "gopark.chan");
    timer_class(L, "time.Timer");
    timer_class(L, "time.Ticker");
    luaL_setfuncs(L, fns, 3);
    set_units(L);
    lua_setglobal(L, "time");
}
