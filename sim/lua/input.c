/*
 * input.c - what comes from outside while a program runs.
 *
 * An input is applied between two actions. It is logged by whoever drives the
 * world, with the step at which it was applied; applying it again at the same
 * step has the same effect.
 */
#include "lua/fault.h"

#include <stdio.h>
#include <string.h>

/* --- Lua typed at the prompt ------------------------------------------- */

/* Print the results of an expression, if there are any. */
static int
print_results(lua_State *L, int from)
{
    int n = lua_gettop(L), i;
    char buf[512];
    luaL_Buffer b;

    if (n < from)
        return 0;
    luaL_buffinit(L, &b);
    for (i = from; i <= n; i++) {
        if (i > from)
            luaL_addchar(&b, '\t');
        if (lua_type(L, i) == LUA_TSTRING) {
            lua_pushvalue(L, i);
            luaL_addvalue(&b);
        } else {
            value_text(L, i, buf, sizeof buf);
            luaL_addstring(&b, buf);
        }
    }
    luaL_addchar(&b, '\n');
    luaL_pushresult(&b);
    lua_out(L, 1, lua_tostring(L, -1), lua_rawlen(L, -1));
    return 0;
}

static int
typed_done(lua_State *L, int status, lua_KContext ctx)
{
    (void)ctx;
    if (status == LUA_OK || status == LUA_YIELD)
        return print_results(L, 2);
    if (task_is_exit(L, -1))
        return lua_error(L);
    panic_text(L, -1);
    lua_pushfstring(L, "%s\n", lua_tostring(L, -1));
    lua_out(L, 2, lua_tostring(L, -1), lua_rawlen(L, -1));
    return 0;
}

/* The goroutine of a typed line: an error ends it, not the session. */
static int
typed(lua_State *L)
{
    int status;

    lua_pushcfunction(L, blame_handler);
    lua_pushvalue(L, lua_upvalueindex(1));
    status = lua_pcallk(L, 0, LUA_MULTRET, 1, 0, typed_done);
    return typed_done(L, status, 0);
}

/* Compile text as an expression, or else as statements. */
static int
compile(lua_State *L, const char *text, const char *name)
{
    char chunk[128];
    int status;

    snprintf(chunk, sizeof chunk, "=%s", name != NULL ? name : "prompt");
    lua_pushfstring(L, "return %s", text);
    status = site_load(L, lua_tostring(L, -1), lua_rawlen(L, -1),
                              chunk);
    if (status == LUA_OK) {
        lua_remove(L, -2);
        return LUA_OK;
    }
    lua_pop(L, 2);
    return site_load(L, text, strlen(text), chunk);
}

struct apply {
    const struct gopark_input *in;
    struct gopark_err *err;
    enum gopark_rc rc;
    uint32_t g;
};

static void
apply_lua(lua_State *L, struct apply *a)
{
    struct world *w = world_of(L);
    struct g *gp;

    if (compile(L, a->in->text, a->in->name) != LUA_OK) {
        a->rc = gopark_fail(a->err, GOPARK_ESYNTAX, "%s",
                            lua_tostring(L, -1));
        return;
    }
    lua_pushcclosure(L, typed, 1);
    gp = task_go(L, 0, NULL, 0);
    if (gp == NULL)
        a->rc = gopark_fail(a->err, GOPARK_ENOMEM, "no room for a goroutine");
    else
        a->g = gp->id;
    (void)w;
}

static int
apply_protected(lua_State *L)
{
    struct apply *a = lua_touserdata(L, 1);

    lua_settop(L, 0);
    apply_lua(L, a);
    return 0;
}

/* The earliest M that has a P and can use it, or NULL. */
static struct m *
earliest_m(const struct sched *s)
{
    struct m *best = NULL;
    int i;

    for (i = 0; i < s->nagent; i++) {
        struct m *mp = s->agent[i];

        if (mp->p == NULL || mp->status == M_SYSCALL)
            continue;
        if (best == NULL || mp->clock < best->clock ||
            (mp->clock == best->clock && mp->id < best->id))
            best = mp;
    }
    return best;
}

/* An M for what the input does to be charged to: one with a P. Where every P
 * is kept by an M in a system call, one of them is handed off. */
struct m *
input_m(struct world *w)
{
    struct sched *s = w->sched;
    struct m *mp = op_explored(w) ? s->allm[0] : earliest_m(s);
    int i;

    for (i = 0; mp == NULL && s->npidle == 0 && i < s->nproc; i++) {
        if (s->allp[i]->status != P_SYSCALL)
            continue;
        sched_handoff(w, sched_retake(w, s->allp[i], s->now), s->now);
        mp = earliest_m(s);
    }
    if (mp == NULL && s->npidle > 0)
        mp = sched_startm(w, p_idle_get(s), false, s->now);
    return mp != NULL ? mp : s->allm[0];
}

static enum gopark_rc
input_lua(struct world *w, const struct gopark_input *in, uint32_t *g,
          struct gopark_err *err)
{
    struct apply a = { in, err, GOPARK_OK, 0 };
    lua_State *L = w->lua;

    if (w->end.how == END_DEADLOCK || w->end.how == END_NO_GS ||
        w->end.how == END_STALLED)
        memset(&w->end, 0, sizeof w->end);
    if (w->end.how != END_NOT)
        return gopark_fail(err, GOPARK_EREFUSED,
                           "the program has ended; back, goto or run first");
    w->sched->cur = input_m(w);
    lua_pushcfunction(L, apply_protected);
    lua_pushlightuserdata(L, &a);
    if (lua_pcall(L, 1, 0, 0) != LUA_OK) {
        lua_settop(L, 0);
        return gopark_fail(err, GOPARK_ENOMEM, "no memory for the input");
    }
    if (g != NULL)
        *g = a.g;
    return a.rc;
}

/* --- the scheduler's inputs -------------------------------------------- */

static enum gopark_rc
input_procs(struct world *w, const struct gopark_input *in,
            struct gopark_err *err)
{
    if (in->n < 1 || in->n > 256)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "procs: %lld Ps, 1 to 256 expected",
                           (long long)in->n);
    w->sched->cur = input_m(w);
    if (!sched_set_procs(w, (int)in->n))
        return gopark_fail(err, GOPARK_ENOMEM, "no room for %lld Ps",
                           (long long)in->n);
    return GOPARK_OK;
}

static enum gopark_rc
refuse_g(const struct g *gp, uint32_t id, struct gopark_err *err)
{
    if (gp == NULL)
        return gopark_fail(err, GOPARK_EREFUSED, "G%u has ended or never was",
                           id);
    if (gp->status == G_WAITING)
        return gopark_fail(err, GOPARK_EREFUSED, "G%u is blocked: %s", id,
                           gopark_reason_name((enum g_reason)gp->reason));
    if (gp->status == G_SYSCALL)
        return gopark_fail(err, GOPARK_EREFUSED, "G%u is in a system call",
                           id);
    if (gp->flags & G_STALLED)
        return gopark_fail(err, GOPARK_EREFUSED,
                           "G%u is stalled; inject unstall %u first", id, id);
    return GOPARK_OK;
}

/* gp acts next: its M becomes the earliest. If it waits in a queue, it takes
 * the place of what runs on the earliest P. */
static enum gopark_rc
input_step_g(struct world *w, const struct gopark_input *in,
             struct gopark_err *err)
{
    struct sched *s = w->sched;
    struct g *gp = g_find(w, in->g);
    enum gopark_rc rc = refuse_g(gp, in->g, err);
    struct m *mp;

    if (rc != GOPARK_OK)
        return rc;
    if (gp->status == G_RUNNABLE) {
        mp = input_m(w);
        if (mp->p == NULL)
            return gopark_fail(err, GOPARK_EREFUSED,
                               "no P is free for G%u now", in->g);
        runq_remove(s, gp);
        s->cur = mp;
        if (mp->curg != NULL)
            sched_yielded(w, mp, YIELD_PREEMPT);
        runq_put(s, mp->p, gp, true);
        if (mp->p->schedtick % 61 == 0)
            mp->p->schedtick++; /* or the global queue would come first */
    } else {
        mp = gp->m;
    }
    agent_remove(s, mp);
    if (s->nagent > 0 && s->agent[0]->clock <= mp->clock)
        mp->clock = s->agent[0]->clock - 1;
    agent_add(w, mp);
    return GOPARK_OK;
}

static enum gopark_rc
input_policy(struct world *w, const struct gopark_input *in,
             struct gopark_err *err)
{
    if (strcmp(in->text, "go") == 0)
        w->sched->policy = POLICY_GO;
    else if (strcmp(in->text, "random") == 0)
        w->sched->policy = POLICY_RANDOM;
    else
        return gopark_fail(err, GOPARK_EUSAGE,
                           "policy %s: go, random, pct or manual expected",
                           in->text);
    return GOPARK_OK;
}

static enum gopark_rc
input_quantum(struct world *w, const struct gopark_input *in,
              struct gopark_err *err)
{
    struct sched *s = w->sched;

    if (in->n < 20 * 1000 || in->n > INT64_C(3600000000000))
        return gopark_fail(err, GOPARK_EUSAGE,
                           "quantum: from 20us to 1h expected");
    s->quantum = in->n;
    if (s->sysmon.next >= 0)
        sysmon_wake(s, s->now);
    return GOPARK_OK;
}

static enum gopark_rc
input_costs(struct world *w, const struct gopark_input *in,
            struct gopark_err *err)
{
    bool flat = strcmp(in->text, "flat") == 0;

    if (!flat && strcmp(in->text, "go") != 0)
        return gopark_fail(err, GOPARK_EUSAGE, "costs %s: go or flat expected",
                           in->text);
    w->sched->flat = flat;
    return GOPARK_OK;
}

enum gopark_rc
input_apply(struct world *w, const struct gopark_input *in, uint32_t *g,
            struct gopark_err *err)
{
    enum gopark_rc rc = GOPARK_EUSAGE;

    w->host.hint = NULL;
    switch (in->kind) {
    case IN_LUA:
        rc = input_lua(w, in, g, err);
        break;
    case IN_STEP_G:
        rc = input_step_g(w, in, err);
        break;
    case IN_PROCS:
        rc = input_procs(w, in, err);
        break;
    case IN_POLICY:
        rc = input_policy(w, in, err);
        break;
    case IN_QUANTUM:
        rc = input_quantum(w, in, err);
        break;
    case IN_COSTS:
        rc = input_costs(w, in, err);
        break;
    case IN_SKIP:
    case IN_DELAY:
    case IN_PANIC:
    case IN_STALL:
    case IN_UNSTALL:
    case IN_CLOSE:
    case IN_SYSCALL:
    case IN_LEAK:
    case IN_CLEAR:
    case IN_WAKE:
        rc = fault_input(w, in, g, err);
        break;
    }
    if (rc == GOPARK_OK)
        sched_event(w, EV_INPUT, 0, (int64_t)in->kind);
    if (w->sched->cur != NULL && w->sched->cur->heap >= 0)
        agent_later(w->sched, w->sched->cur); /* that took time */
    return rc;
}
