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
#include "check/sourceuse.h"
#include "lua/embedded.h"
#include "world/mem.h"

/* --- touching: what is reached for the first time is queued -------------- */

static void
append(struct mark *m, int list, lua_Integer *n)
{
    lua_rawseti(m->L, list, ++*n);
}

/* Is the value on top of L something that leads to other things? */
static bool
leads_on(const struct mark *m, lua_State *L)
{
    switch (lua_type(L, -1)) {
    case LUA_TTABLE:
    case LUA_TUSERDATA:
        return true;
    case LUA_TFUNCTION: /* a light C function lies outside the block */
        return world_of(lua_topointer(L, -1)) == m->w;
    case LUA_TTHREAD:
        return markset_find(&m->tasks, markset_place(lua_topointer(L, -1))) ==
               NULL;
    default:
        return false;
    }
}

/* Pops the value on top of L. */
static void
touch(struct mark *m, lua_State *L)
{
    if (!leads_on(m, L) ||
        !markset_add(&m->set, lua_topointer(L, -1), m->from)) {
        lua_pop(L, 1);
        return;
    }
    if (L != m->L)
        lua_xmove(L, m->L, 1);
    append(m, m->work, &m->tail);
}

/* Append p to a list of n pointers, which has room for cap. */
static void
push(struct mark *m, void ***list, uint32_t *n, uint32_t *cap, void *p)
{
    if (*n == *cap) {
        uint32_t more = *cap == 0 ? 64 : 2 * *cap;
        void **at = mem_alloc(more * sizeof *at);

        if (at == NULL) {
            m->set.full = true;
            return;
        }
        if (*n > 0)
            memcpy(at, *list, *n * sizeof *at);
        mem_free(*list);
        *list = at;
        *cap = more;
    }
    (*list)[(*n)++] = p;
}

static void
touch_g(void *ctx, struct g *gp)
{
    struct mark *m = ctx;

    if (markset_add(&m->set, gp, m->from))
        push(m, (void ***)&m->live, &m->nlive, &m->livecap, gp);
}

/* --- looking into values ------------------------------------------------- */

/* The object on top of L can be reached, so those who wait at it may be
 * woken; at a Done channel only if somebody can close it (LEAK-7). */
static void
visit_object(struct mark *m, struct obj *o)
{
    struct hchan *c = (void *)o;

    if (obj_is(o, OBJ_CHAN) && c->sealed) {
        if (c->recvq.first != NULL) {
            lua_pushvalue(m->L, -1);
            append(m, m->sealed, &m->nsealed);
        }
        return;
    }
    if (m->rule == MARK_STUCK && blocked_owned(m->w, o))
        push(m, (void ***)&m->owned, &m->nowned, &m->ownedcap, o);
    else
        blocked_by(o, touch_g, m);
}

static void
visit_userdata(struct mark *m)
{
    lua_State *L = m->L;
    struct obj *o = obj_to(L, -1);
    int i;

    for (i = 1; lua_getiuservalue(L, -1, i) != LUA_TNONE; i++)
        touch(m, L);
    lua_pop(L, 1);
    if (lua_getmetatable(L, -1))
        touch(m, L);
    if (o != NULL)
        visit_object(m, o);
}

/* "k", "v", "kv" or "" for the table on top. */
static const char *
weakness(lua_State *L)
{
    const char *mode = "";

    if (!lua_getmetatable(L, -1))
        return mode;
    lua_pushliteral(L, "__mode");
    lua_rawget(L, -2);
    if (lua_type(L, -1) == LUA_TSTRING)
        mode = lua_tostring(L, -1);
    lua_pop(L, 2);
    return mode;
}

static void
visit_entries(struct mark *m, bool keys, bool values)
{
    lua_State *L = m->L;

    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
        if (values)
            touch(m, L);
        else
            lua_pop(L, 1);
        if (keys) {
            lua_pushvalue(L, -1);
            touch(m, L);
        }
    }
}

static void
visit_table(struct mark *m)
{
    lua_State *L = m->L;
    const char *mode = weakness(L);
    bool weak_keys = strchr(mode, 'k') != NULL;
    bool weak_values = strchr(mode, 'v') != NULL;

    if (weak_keys && !weak_values) {
        lua_pushvalue(L, -1);
        append(m, m->weak, &m->nweak);
    } else if (!weak_keys || !weak_values) {
        visit_entries(m, true, !weak_values);
    }
    if (lua_getmetatable(L, -1))
        touch(m, L);
}

static void
visit_function(struct mark *m)
{
    int i;

    for (i = 1; lua_getupvalue(m->L, -1, i) != NULL; i++)
        touch(m, m->L);
}

/* Is this the name of a local variable of a script's function that will never
 * be used again? Names in parentheses are Lua's own. */
static bool
is_dead(struct mark *m, const lua_Debug *ar, const char *name)
{
    struct extent fn = { ar->linedefined, ar->lastlinedefined };
    const struct tokens *ts;

    if (name[0] == '(' || ar->source[0] != '@' || ar->currentline <= 0)
        return false;
    if (strcmp(ar->what, "main") == 0)
        fn.from = fn.to = 0;
    ts = sources_words(&m->sources, ar->source);
    return ts != NULL && !sourceuse_may_use(ts, fn, name, ar->currentline);
}

static void
visit_frame(struct mark *m, lua_State *co, lua_Debug *ar)
{
    const char *name;
    int i;

    lua_getinfo(co, m->rule == MARK_LIVE ? "fSl" : "f", ar);
    touch(m, co);
    for (i = 1; (name = lua_getlocal(co, ar, i)) != NULL; i++) {
        if (m->rule == MARK_LIVE && is_dead(m, ar, name))
            lua_pop(co, 1);
        else
            touch(m, co);
    }
    for (i = -1; lua_getlocal(co, ar, i) != NULL; i--)
        touch(m, co);
}

/* All that lies on a thread's stack. The slots from 1 on are those of the
 * innermost call, or of a thread that has not begun or has ended. */
static void
visit_thread(struct mark *m, lua_State *co)
{
    lua_Debug ar;
    int i, n = lua_gettop(co);

    if (!lua_checkstack(co, 4)) {
        m->set.full = true;
        return;
    }
    for (i = 1; i <= n; i++) {
        lua_pushvalue(co, i);
        touch(m, co);
    }
    for (i = 0; lua_getstack(co, i, &ar); i++)
        visit_frame(m, co, &ar);
}

/* Look into what is queued until nothing is. */
static void
drain(struct mark *m)
{
    lua_State *L = m->L;

    while (m->head < m->tail && !m->set.full) {
        lua_rawgeti(L, m->work, ++m->head);
        lua_pushnil(L);
        lua_rawseti(L, m->work, m->head);
        m->from = markset_place(lua_topointer(L, -1));
        switch (lua_type(L, -1)) {
        case LUA_TTABLE:
            visit_table(m);
            break;
        case LUA_TFUNCTION:
            visit_function(m);
            break;
        case LUA_TUSERDATA:
            visit_userdata(m);
            break;
        case LUA_TTHREAD:
            visit_thread(m, lua_tothread(L, -1));
            break;
        default:
            break;
        }
        lua_pop(L, 1);
    }
}

/* --- weak keys, Done channels --------------------------------------------- */

/* Is the value on top reached, or nothing that is ever collected? */
static bool
is_reached(const struct mark *m)
{
    int type = lua_type(m->L, -1);

    if (type != LUA_TTABLE && type != LUA_TUSERDATA && type != LUA_TFUNCTION &&
        type != LUA_TTHREAD)
        return true;
    return world_of(lua_topointer(m->L, -1)) != m->w ||
           mark_has(m, lua_topointer(m->L, -1));
}

/* Values of weak-keyed tables whose keys are reached. */
static void
visit_weak(struct mark *m)
{
    lua_State *L = m->L;
    lua_Integer i;

    for (i = 1; i <= m->nweak; i++) {
        lua_rawgeti(L, m->weak, i);
        m->from = markset_place(lua_topointer(L, -1));
        lua_pushnil(L);
        while (lua_next(L, -2) != 0) {
            lua_pushvalue(L, -2);
            if (is_reached(m)) {
                lua_pop(L, 1);
                touch(m, L);
            } else {
                lua_pop(L, 2);
            }
        }
        lua_pop(L, 1);
    }
}

/* Who waits at a Done channel may be woken by what can close it. */
static void
visit_sealed(struct mark *m)
{
    lua_State *L = m->L;
    lua_Integer i;

    if (m->closers == 0)
        return;
    for (i = 1; i <= m->nsealed; i++) {
        lua_rawgeti(L, m->sealed, i);
        m->from = markset_place(lua_topointer(L, -1));
        lua_pushvalue(L, -1);
        if (lua_rawget(L, m->closers) != LUA_TNIL && is_reached(m))
            blocked_by(lua_touserdata(L, -2), touch_g, m);
        lua_pop(L, 2);
    }
}

static void
visit_g(struct mark *m, struct g *gp)
{
    lua_State *L = m->L;

    m->from = markset_place(gp);
    if (gp->task != NULL) {
        visit_thread(m, gp->task);
        return;
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, luax_of(m->w)->anchor);
    lua_rawgeti(L, -1, gp->slot);
    touch(m, L);
    lua_pop(L, 1);
}

struct holders {
    const struct mark *m;
    struct g *lives; /* one of them that may run, or NULL */
};

static void
look_at_holder(void *ctx, struct g *gp)
{
    struct holders *h = ctx;

    if (mark_lives(h->m, gp))
        h->lives = gp;
}

/* Who waits for a lock may be woken by those who hold it, if they may run. */
static void
visit_owned(struct mark *m)
{
    uint32_t i;

    for (i = 0; i < m->nowned; i++) {
        struct holders h = { m, NULL };

        blocked_holders(m->w, m->owned[i], look_at_holder, &h);
        if (h.lives == NULL)
            continue;
        m->from = markset_place(h.lives);
        blocked_by(m->owned[i], touch_g, m);
    }
}

/* Look into everything that is queued, into what goroutines that may run
 * have, if with_gs, and into what follows from it. */
static void
settle(struct mark *m, bool with_gs)
{
    uint32_t before;

    do {
        drain(m);
        while (with_gs && m->nseen < m->nlive && !m->set.full) {
            visit_g(m, m->live[m->nseen++]);
            drain(m);
        }
        before = m->set.n;
        visit_weak(m);
        visit_sealed(m);
        visit_owned(m);
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
            touch(m, L);
    }
}

/* Metatables that all values of a type share; only strings have one. */
static void
touch_metatables(struct mark *m)
{
    m->from = ROOT_REGISTRY;
    lua_pushliteral(m->L, "");
    if (lua_getmetatable(m->L, -1))
        touch(m, m->L);
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
            struct timer *t = s->allp[i]->timers.at[j];

            if (t->object != 0)
                blocked_by(&((struct hchan *)t->arg)->o, touch_g, m);
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
            touch_g(m, gp);
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

bool
mark_run(struct mark *m, struct world *w, enum mark_rule rule)
{
    begin(m, w, rule);
    touch_registry(m);
    touch_metatables(m);
    touch_timers(m);
    settle(m, false);
    m->nglobal = m->set.n;
    touch_running(m);
    settle(m, true);
    return !m->set.full && !m->tasks.full;
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
