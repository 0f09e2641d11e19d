/*
 * eval.c - an expression evaluated where a goroutine stands, without effects.
 *
 * The world is kept, the expression runs as if the goroutine itself had
 * called it, and the world is put back: metamethods, assignments and even a
 * close of a channel leave no trace. It cannot block, for it runs where
 * nothing may yield, and it cannot run for ever.
 */
#include "lua/lua.h"

#include <stdlib.h>
#include <string.h>

enum { PATIENCE = 20000000 }; /* instructions */

struct eval {
    const char *expr;
    uint32_t g;
    int level;
    bool compiled;
    bool truth;
    struct tb out;
};

static void
too_long(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    luaL_error(L, "it takes too long: more than %d instructions", PATIENCE);
}

/* --- the scope --------------------------------------------------------- */

/* Names and values of a frame into the table on top of L: later ones, being
 * further in, replace earlier ones of the same name. */
static void
add_scope(lua_State *L, struct frames *f)
{
    lua_State *co = f->L;
    const char *name;
    int i;

    lua_getinfo(co, "f", &f->ar);
    lua_xmove(co, L, 1);
    for (i = 1; (name = lua_getupvalue(L, -1, i)) != NULL; i++) {
        if (*name != '\0' && strcmp(name, "_ENV") != 0)
            lua_setfield(L, -3, name);
        else
            lua_pop(L, 1);
    }
    lua_pop(L, 1);
    for (i = 1; (name = lua_getlocal(co, &f->ar, i)) != NULL; i++) {
        if (*name == '(') {
            lua_pop(co, 1);
            continue;
        }
        lua_xmove(co, L, 1);
        lua_setfield(L, -2, name);
    }
}

/* Push the table that stands for _ENV. */
static void
push_scope(lua_State *L, const struct eval *e)
{
    const struct g *gp = g_find(world_of(L), e->g);
    struct frames f;
    int level = e->level;

    lua_newtable(L);
    lua_createtable(L, 0, 2);
    lua_pushglobaltable(L);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__index");
    lua_setfield(L, -2, "__newindex");
    if (gp != NULL && gp->task != NULL) {
        frames_begin(&f, gp);
        while (frames_next(&f)) {
            if (level-- == 0) {
                lua_insert(L, -2);
                if (lua_checkstack(f.L, 16))
                    add_scope(L, &f);
                lua_insert(L, -2);
                break;
            }
        }
    }
    lua_setmetatable(L, -2);
}

/* --- running ----------------------------------------------------------- */

bool
eval_take_stage(struct world *w, uint32_t g)
{
    struct sched *s = w->sched;
    struct g *gp = g_find(w, g);
    struct m *mp = s->nm > 0 ? s->allm[0] : NULL;
    int i;

    for (i = 0; i < s->nm; i++) {
        if (s->allm[i]->p != NULL)
            mp = s->allm[i];
    }
    if (mp == NULL)
        return false;
    if (mp->p == NULL)
        mp->p = s->allp[0];
    if (gp == NULL)
        gp = s->first != NULL ? s->first : g_new(w);
    s->cur = mp;
    mp->curg = gp;
    s->gate = INT64_MAX;
    s->paused = NULL;
    w->stop_at = UINT64_MAX;
    memset(&w->end, 0, sizeof w->end);
    return gp != NULL;
}

static void
add_value(struct eval *e, lua_State *L, int idx)
{
    char buf[4096];
    size_t n;
    const char *s;

    if (lua_type(L, idx) == LUA_TSTRING ||
        luaL_getmetafield(L, idx, "__tostring") != LUA_TNIL) {
        s = luaL_tolstring(L, idx, &n);
        tb_addn(&e->out, s, n);
        return;
    }
    value_text(L, idx, buf, sizeof buf);
    tb_addn(&e->out, buf, strlen(buf));
}

static int
evaluate(lua_State *L)
{
    struct eval *e = lua_touserdata(L, 1);
    int n, i;

    lua_settop(L, 0);
    lua_pushfstring(L, "return %s", e->expr);
    if (site_load(L, lua_tostring(L, -1), lua_rawlen(L, -1), "=print") != LUA_OK)
        return lua_error(L);
    e->compiled = true;
    push_scope(L, e);
    lua_setupvalue(L, -2, 1);
    if (!eval_take_stage(world_of(L), e->g))
        return luaL_error(L, "no goroutine is left");
    lua_sethook(L, too_long, LUA_MASKCOUNT, PATIENCE);
    lua_call(L, 0, LUA_MULTRET);
    n = lua_gettop(L) - 1;
    e->truth = n > 0 && lua_toboolean(L, 2);
    for (i = 0; i < n; i++) {
        if (i > 0)
            tb_addn(&e->out, "\t", 1);
        add_value(e, L, 2 + i);
    }
    return 0;
}

/* What lies outside the block and must not see the evaluation. */
struct outside {
    struct evlog *log;
    gopark_write_fn *write;
    gopark_choose_fn *choose;
    gopark_probe_fn *probe;
    volatile int stop;
    void (*check)(const struct world *w);
};

static struct outside
step_outside(struct host *h)
{
    struct outside o = { h->log,   h->write, h->choose,
                         h->probe, h->stop,  h->check };

    h->log = NULL;
    h->write = NULL;
    h->choose = NULL;
    h->probe = NULL;
    h->check = NULL;
    return o;
}

static void
step_inside(struct host *h, struct outside o)
{
    h->log = o.log;
    h->write = o.write;
    h->choose = o.choose;
    h->probe = o.probe;
    h->stop = o.stop;
    h->check = o.check;
}

static const char *
message(lua_State *L)
{
    const char *s = lua_tostring(L, -1);

    return s == NULL                         ? "an error that is no text"
           : strncmp(s, "print:1: ", 9) == 0 ? s + 9
                                             : s;
}

enum gopark_rc
world_eval(struct world *w, uint32_t g, int level, const char *expr, char **out,
           bool *truth, struct gopark_err *err)
{
    struct eval e = { .expr = expr, .g = g, .level = level, .out = { .w = w } };
    struct snapshot *kept = snapshot_take(w, NULL);
    lua_State *L = w->lua;
    enum gopark_rc rc = GOPARK_OK;
    struct outside o;

    *out = NULL;
    if (kept == NULL)
        return gopark_fail(err, GOPARK_ENOMEM, "no memory to evaluate in");
    o = step_outside(&w->host);
    tb_addn(&e.out, "", 0);
    if (!lua_checkstack(L, 8))
        rc = gopark_fail(err, GOPARK_ENOMEM, "no memory to evaluate in");
    else {
        lua_pushcfunction(L, blame_handler);
        lua_pushcfunction(L, evaluate);
        lua_pushlightuserdata(L, &e);
        if (lua_pcall(L, 1, 0, lua_gettop(L) - 2) != LUA_OK)
            rc = gopark_fail(err, e.compiled ? GOPARK_EREFUSED : GOPARK_ESYNTAX,
                             "%s", message(L));
    }
    snapshot_restore(w, kept);
    snapshot_free(kept);
    step_inside(&w->host, o);
    if (rc != GOPARK_OK) {
        free(e.out.buf);
        return rc;
    }
    *out = e.out.buf;
    if (truth != NULL)
        *truth = e.truth;
    return GOPARK_OK;
}
