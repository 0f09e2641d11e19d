/*
 * test_leak.c - the leak check itself: a second opinion about its verdicts
 * (these are in test_verdicts.c), and that a program does not notice it.
 */
#include "script_fixture.h"

#include "verdict_table.h"

#include "check/blocked.h"
#include "check/branch.h"

/* Run until main, having printed "now", sleeps; or to the end. */
static struct world *
run_to_now(const char *script, int procs)
{
    static struct output out;
    struct gopark_opts o = script_opts(script, &out);
    struct gopark_g g;
    struct world *w;

    o.procs = procs;
    w = script_open(&o);
    while (world_end(w)->how == END_NOT) {
        script_go(w, world_steps(w) + 1);
        if (out.n >= 4 && strcmp(out.text + out.n - 4, "now\n") == 0 &&
            world_g(w, 1, &g) && g.place == AT_TIMER)
            return w;
    }
    ck_assert_msg(world_end(w)->how == END_RETURN, "%s\n%s", world_report(w),
                  script);
    return w;
}

/* --- the collector as a second opinion (analysis.md 2.2) ---------------------- */

/*
 * In a branch: the thread of each blocked goroutine is kept only by what it
 * waits at, through a table with weak keys. What a full collection then takes
 * has leaked.
 */
struct other_way {
    lua_State *L;
    int anchor, edges, handles; /* on L */
    bool leaked[256];
};

/* Take gp's thread out of the table that keeps all threads, and push it. */
static void
pull_thread(struct other_way *o, const struct g *gp)
{
    lua_State *L = o->L;

    lua_pushnil(L);
    while (lua_next(L, o->anchor) != 0) {
        if (lua_tothread(L, -1) == gp->task) {
            lua_pushvalue(L, -2);
            lua_pushnil(L);
            lua_rawset(L, o->anchor);
            lua_remove(L, -2);
            return;
        }
        lua_pop(L, 1);
    }
    ck_abort_msg("G%u has no thread", gp->id);
}

static void
add_edge(void *ctx, struct obj *obj)
{
    struct other_way *o = ctx;
    lua_State *L = o->L;

    ck_assert(obj_push_self(L, obj)); /* the thread is below */
    lua_pushvalue(L, -1);
    if (lua_rawget(L, o->edges) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, o->edges);
    }
    lua_pushvalue(L, -3);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    lua_pop(L, 2);
}

static void
push_weak(lua_State *L, const char *mode)
{
    lua_newtable(L);
    lua_newtable(L);
    lua_pushstring(L, mode);
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
}

/* Channels of armed timers live: the timer will send. */
static void
keep_timers(struct world *w, lua_State *L)
{
    lua_newtable(L);
    for (int i = 0; i < w->sched->nmade; i++)
        for (int k = 0; k < w->sched->allp[i]->timers.n; k++) {
            struct timer *t = w->sched->allp[i]->timers.at[k].t;
            if (t->object == 0)
                continue;
            ck_assert(obj_push_self(L, &((struct hchan *)t->arg)->o));
            lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
        }
}

static int
ask_collector(lua_State *L)
{
    struct world *w = world_of(L);
    struct other_way *o = lua_touserdata(L, 1);
    struct g *gp;

    o->L = L;
    luaL_checkstack(L, 64, NULL);
    lua_sethook(L, NULL, 0, 0);
    lua_gc(L, LUA_GCSTOP);
    lua_rawgeti(L, LUA_REGISTRYINDEX, luax_of(w)->anchor);
    o->anchor = lua_gettop(L);
    push_weak(L, "k");
    o->edges = lua_gettop(L);
    push_weak(L, "v");
    o->handles = lua_gettop(L);
    keep_timers(w, L);
    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        if (gp->id == 1 || !blocked_is(gp))
            continue;
        pull_thread(o, gp);
        blocked_at(gp, add_edge, o);
        lua_rawseti(L, o->handles, gp->id);
    }
    lua_gc(L, LUA_GCCOLLECT);
    lua_gc(L, LUA_GCCOLLECT);
    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        if (gp->id == 1 || !blocked_is(gp) || gp->id >= 256)
            continue;
        o->leaked[gp->id] = lua_rawgeti(L, o->handles, gp->id) == LUA_TNIL;
        lua_pop(L, 1);
    }
    return 0;
}

static void
expect_both_ways_agree(struct world *w, const char *what)
{
    struct gopark_blocked b[256];
    struct other_way o = { 0 };
    struct branch br;
    int n = world_leaks(w, b, 256);

    ck_assert(branch_begin(&br, w));
    lua_pushcfunction(w->lua, ask_collector);
    lua_pushlightuserdata(w->lua, &o);
    ck_assert_msg(lua_pcall(w->lua, 1, 0, 0) == LUA_OK, "%s",
                  lua_tostring(w->lua, -1));
    branch_end(&br);
    for (int i = 0; i < n; i++)
        ck_assert_msg((b[i].leak == LEAK_LEAKED) == o.leaked[b[i].g],
                      "%s: G%u: the marker says %d, the collector %d", what,
                      b[i].g, b[i].leak, o.leaked[b[i].g]);
}

/* Not what the collector cannot know: who can cancel a context, and that a
 * goroutine's thread is no way to its stack. */
START_TEST(the_collector_finds_the_same)
{
    const struct verdict *s = &verdicts[_i];
    struct world *w;

    if (s->of != OF_LEAKS || strcmp(s->id, "L13 in main") == 0 ||
        strstr(s->script, "print('now')") == NULL ||
        strstr(s->script, "context.") != NULL ||
        strstr(s->script, "coroutine.running") != NULL)
        return;
    w = run_to_now(s->script, 1);
    if (world_end(w)->how == END_NOT)
        expect_both_ways_agree(w, s->id);
    world_close(w);
}
END_TEST

/* Goroutines and channels that hold each other at random, through tables,
 * closures, coroutines, messages, weak tables, select cases. */
static const char random_graph[] =
    "local N, R = 24, math.random\n"
    "do\n"
    "  local c = {}\n"
    "  for i = 1, N do c[i] = chan(R(0, 2)) end\n"
    "  local function pick() return c[R(N)] end\n"
    "  local function hold(x)\n"
    "    local k = R(8)\n"
    "    if k == 1 then return { x }\n"
    "    elseif k == 2 then return function() return x end\n"
    "    elseif k == 3 then return coroutine.wrap(function() x:recv() end)\n"
    "    elseif k == 4 then return setmetatable({}, { __index = { x } })\n"
    "    elseif k == 5 then local m = chan(1) m:send(x) return m\n"
    "    elseif k == 6 then return setmetatable({ x }, { __mode = 'v' })\n"
    "    elseif k == 7 and type(x) == 'userdata' and getmetatable(x) == "
    "'chan'\n"
    "      then return recv(x)\n"
    "    else return x end\n"
    "  end\n"
    "  local function waiter(a, b, kept)\n"
    "    if R(3) == 1 then select { recv(a), recv(b) }\n"
    "    elseif R(3) == 1 then select { recv(a), send(b, kept) }\n"
    "    elseif R(2) == 1 then coroutine.wrap(function() a:recv() end)()\n"
    "    else a:recv() end\n"
    "    return kept\n"
    "  end\n"
    "  for i = 1, N do\n"
    "    local a, b, kept = pick(), pick(), hold(hold(pick()))\n"
    "    go(function() return waiter(a, b, kept) end)\n"
    "  end\n"
    "  G = R(2) == 1 and hold(pick()) or nil\n"
    "  if R(2) == 1 then\n"
    "    local kept = hold(pick())\n"
    "    go(function() time.Sleep(time.Hour) return kept end)\n"
    "  end\n"
    "end\n"
    "time.Sleep(time.Millisecond) print('now') time.Sleep(time.Hour)\n";

START_TEST(the_collector_finds_the_same_in_random_graphs)
{
    char what[32];

    for (uint64_t seed = 1; seed <= 60; seed++) {
        static struct output out;
        struct gopark_opts o = script_opts(random_graph, &out);
        struct world *w;
        o.seed = seed;
        o.procs = 1 + (int)(seed % 4);
        o.max_time = INT64_C(1000000000);
        w = script_open(&o);
        while (world_end(w)->how == END_NOT && out.n == 0)
            script_go(w, world_steps(w) + 1);
        snprintf(what, sizeof what, "seed %d", (int)seed);
        ck_assert_msg(world_end(w)->how == END_NOT, "%s", out.text);
        expect_both_ways_agree(w, what);
        world_close(w);
    }
}
END_TEST

/* --- the program does not notice ------------------------------------------------ */

static const char busy[] =
    "local jobs, results = chan(2), chan()\n"
    "local mu, n = sync.Mutex(), 0\n"
    "for i = 1, 4 do go(function() for j in range(jobs) do\n"
    "  mu:Lock() n = n + j mu:Unlock() results:send(j) end end) end\n"
    "go(function() for i = 1, 40 do jobs:send(i) end jobs:close() end)\n"
    "local ctx, cancel = context.WithCancel(context.Background())\n"
    "go(function() ctx:Done():recv() end)\n"
    "for i = 1, 40 do results:recv() runtime.GC() end\n"
    "do local c = chan() go(function() c:send({}) end) end\n"
    "cancel() time.Sleep(time.Millisecond) print(n)\n";

static void
check_everything(struct world *w)
{
    struct gopark_waits ws;

    world_leaks(w, NULL, 0);
    world_leaked(w, NULL, 0, NULL);
    free(world_why(w, 1, GOPARK_EN));
    free(world_deadlock(w, GOPARK_ZH));
    free(world_leaks_text(w, GOPARK_EN));
    if (world_waits(w, &ws))
        gopark_waits_free(&ws);
}

START_TEST(a_run_is_the_same_with_and_without_checks)
{
    struct digest plain, checked;

    for (uint64_t seed = 1; seed <= 5; seed++) {
        static struct output out;
        for (int checks = 0; checks < 2; checks++) {
            struct gopark_opts o = script_opts(busy, &out);
            struct gopark_err err;
            struct world *w;
            o.seed = seed;
            w = script_open(&o);
            ck_assert(world_log(w, 1 << 16, &err) == GOPARK_OK);
            while (world_end(w)->how == END_NOT) {
                script_go(w, world_steps(w) + 7);
                if (checks)
                    check_everything(w);
            }
            *(checks ? &checked : &plain) = digest_of(w, &out);
            world_close(w);
        }
        expect_equal(&plain, &checked);
    }
}
END_TEST

/* B, which is older, waits for A, which waits for nobody. */
START_TEST(what_is_the_cause_comes_first_in_the_report)
{
    static const char chain[] =
        "do local outer, b, c = chan(), chan(), chan()\n"
        "go(function() c:recv() end)\n"
        "go(function() b:recv() c:send(1) end)\n"
        "go(function() outer:recv() b:send(1) end) end\n"
        "do local x, y = chan(), chan()\n"
        "go(function() x:recv() y:send(1) end)\n"
        "go(function() y:recv() x:send(1) end) end\n"
        "time.Sleep(1000)\n";
    static const char *const order[] = { "goroutine 4 [", "goroutine 3 [",
                                         "goroutine 2 [", "goroutine 5 [",
                                         "goroutine 6 [" };
    struct gopark_opts o = script_opts(chain, NULL);
    struct gopark_leaks how = { .status = 0 };
    struct world *w = script_open(&o);
    const char *at;
    bool leaked;
    char *text;

    script_go(w, WORLD_TO_END);
    text = world_leak_report(w, &how, &leaked);
    at = text;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        at = strstr(at, order[i]);
        ck_assert_msg(at != NULL, "%s not in its place:\n%s", order[i], text);
    }
    free(text);
    world_close(w);
}
END_TEST

/* A world of this size is not copied, but forked. */
START_TEST(a_large_world_is_checked_in_a_child)
{
    struct gopark_opts o = script_opts(
        "local s = {} for i = 1, 40 do s[i] = string.rep('x', 8 << 20) end"
        " do local c = chan() go(function() c:recv() end) end"
        " time.Sleep(time.Millisecond) time.Sleep(time.Hour) print(#s)",
        NULL);
    struct gopark_blocked b[4];
    struct world *w;

    o.mem = (size_t)1 << 30;
    o.max_time = 2000000000;
    w = script_open(&o);
    script_go(w, WORLD_TO_END);
    ck_assert_uint_gt(w->heap.used, (size_t)256 << 20);
    ck_assert_int_eq(world_leaks(w, b, 4), 1);
    ck_assert_int_eq(b[0].leak, LEAK_LEAKED);
    world_close(w);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("leak");
    TCase *t = tcase_create("check");
    SRunner *sr;
    int failed;

    tcase_add_loop_test(t, the_collector_finds_the_same, 0, NVERDICT);
    tcase_add_test(t, the_collector_finds_the_same_in_random_graphs);
    tcase_add_test(t, a_run_is_the_same_with_and_without_checks);
    tcase_add_test(t, what_is_the_cause_comes_first_in_the_report);
    tcase_add_test(t, a_large_world_is_checked_in_a_child);
    tcase_set_timeout(t, 60);
    suite_add_tcase(s, t);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
