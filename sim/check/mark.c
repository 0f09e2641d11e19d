/*
 * mark.c - the marker of the leak check (analysis.md 2.1).
 *
 * It goes over the Lua heap by Lua's own interface, breadth first, so that
 * what led to a place is a short way to it. The edges that Lua does not know
 * are from an object to those who wait at it. Two phases: first what globals,
 * timers and gopark itself lead to, then what goroutines do.
 *
 * A goroutine's thread is looked into only if the goroutine may run: a script
 * that holds it as a value cannot reach what is on its stack.
 *
 * Rejected: to read Lua's structures, which is faster, but tied to a release.
 * Rejected: to let the collector find out (2.2). It gives no witness; a test
 * compares the two.
 */
#include "check/mark.h"

#include <string.h>

#include "check/blocked.h"
#include "check/markvisit.h"
#include "lua/embedded.h"
#include "lua/starts.h"
#include "world/mem.h"

void
mark_g(struct mark *m, struct g *gp)
{
    lua_State *L = m->L;

    m->from = markset_place(gp);
    if (gp->task != NULL) {
        mark_thread(m, gp->task);
        return;
    }
    starts_push(L, gp);
    mark_touch(m, L);
}

/* Look into everything that is queued, into what goroutines that may run
 * have, if with_gs, and into what follows from it. */
static void
settle(struct mark *m, bool with_gs)
{
    uint32_t before;

    do {
        mark_drain(m);
        while (with_gs && m->nseen < m->nlive && !m->set.full) {
            mark_g(m, m->live[m->nseen++]);
            mark_drain(m);
        }
        before = m->set.n;
        mark_conditions(m);
    } while (m->set.n > before && !m->set.full);
}

/* --- roots ------------------------------------------------------------------ */

/* What the registry holds, but for the threads of goroutines. The function of
 * an armed timer is there under a key that lies in the block. */
static void
touch_registry(struct mark *m)
{
    lua_State *L = m->L;
    int anchor = luax_of(m->w)->anchor;

    lua_pushnil(L);
    while (lua_next(L, LUA_REGISTRYINDEX) != 0) {
        lua_Integer i = lua_isinteger(L, -2) ? lua_tointeger(L, -2) : 0;
        bool timer = world_of(lua_touserdata(L, -2)) == m->w;

        m->from = i == LUA_RIDX_GLOBALS ? ROOT_GLOBALS
                  : timer               ? ROOT_TIMER
                                        : ROOT_REGISTRY;
        if (i == anchor || i == LUA_RIDX_MAINTHREAD)
            lua_pop(L, 1);
        else
            mark_touch(m, L);
    }
}

/* Metatables that all values of a type share; only strings have one. */
static void
touch_metatables(struct mark *m)
{
    m->from = ROOT_REGISTRY;
    lua_pushliteral(m->L, "");
    if (lua_getmetatable(m->L, -1))
        mark_touch(m, m->L);
    lua_pop(m->L, 1);
}

/* An armed timer sends (LEAK-7). */
static void
touch_timers(struct mark *m)
{
    const struct sched *s = m->w->sched;
    int i, j;

    m->from = ROOT_TIMER;
    for (i = 0; i < s->nmade; i++) {
        for (j = 0; j < s->allp[i]->timers.n; j++) {
            struct timer *t = s->allp[i]->timers.at[j].t;

            if (t->object != 0)
                blocked_by(&((struct hchan *)t->arg)->o, mark_touch_g, m);
        }
    }
}

/* Goroutines that nobody has to wake; and main, where that counts. */
static void
touch_running(struct mark *m)
{
    struct g *gp;

    m->from = ROOT_RUNS;
    for (gp = m->w->sched->first; gp != NULL; gp = gp->next) {
        if (!blocked_is(gp) || (gp->id == 1 && m->rule != MARK_STUCK))
            mark_touch_g(m, gp);
    }
}

/* --- the whole ------------------------------------------------------------- */

static void
begin(struct mark *m, struct world *w, enum mark_rule rule)
{
    lua_State *L = w->lua;
    const struct g *gp;

    memset(m, 0, sizeof *m);
    m->w = w;
    m->rule = rule;
    m->sources.w = w;
    m->L = L;
    luaL_checkstack(L, 32, "leak check");
    lua_gc(L, LUA_GCSTOP);
    lua_newtable(L);
    m->work = lua_gettop(L);
    lua_newtable(L);
    m->weak = lua_gettop(L);
    lua_newtable(L);
    m->sealed = lua_gettop(L);
    if (embedded_aid(L, "context")) {
        lua_sethook(L, NULL, 0, 0);          /* no goroutine runs */
        if (lua_pcall(L, 0, 1, 0) == LUA_OK) /* sever contexts, context.lua */
            m->closers = lua_gettop(L);
        else
            m->set.full = true;
    }
    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        if (gp->task != NULL)
            markset_add(&m->tasks, gp->task, 0);
    }
}

static bool
run(struct mark *m)
{
    touch_registry(m);
    touch_metatables(m);
    touch_timers(m);
    settle(m, false);
    m->nglobal = m->set.n;
    touch_running(m);
    settle(m, true);
    return !m->set.full && !m->tasks.full;
}

bool
mark_run(struct mark *m, struct world *w, enum mark_rule rule)
{
    begin(m, w, rule);
    return run(m);
}

bool
mark_run_stuck(struct mark *m, struct world *w, struct uses *us)
{
    begin(m, w, MARK_STUCK);
    m->uses = us;
    return run(m);
}

void
mark_free(struct mark *m)
{
    markset_free(&m->set);
    markset_free(&m->tasks);
    sources_free(&m->sources);
    mem_free(m->live);
    mem_free(m->owned);
    m->live = NULL;
    m->owned = NULL;
}

bool
mark_has(const struct mark *m, const void *p)
{
    return markset_find(&m->set, markset_place(p)) != NULL;
}

bool
mark_lives(const struct mark *m, const struct g *gp)
{
    return mark_has(m, gp);
}

bool
mark_global(const struct mark *m, const void *p)
{
    const struct marked *at = markset_find(&m->set, markset_place(p));

    return at != NULL && at->order < m->nglobal;
}

uint32_t
mark_from(const struct mark *m, uint32_t place)
{
    const struct marked *at = markset_find(&m->set, place);

    return at != NULL ? at->from : 0;
}
