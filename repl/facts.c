/*
 * facts.c - what a program did, as the table `f` that exercises ask.
 */
#include "facts.h"

#include <stdio.h>
#include <string.h>

static void
set_str(lua_State *L, const char *key, const char *value)
{
    lua_pushstring(L, value);
    lua_setfield(L, -2, key);
}

static void
set_int(lua_State *L, const char *key, lua_Integer value)
{
    lua_pushinteger(L, value);
    lua_setfield(L, -2, key);
}

const char *
facts_edge(const struct trial_edge *e, char *buf, size_t size)
{
    if (e->held)
        snprintf(buf, size, "%s -> G%u", e->object, e->g);
    else
        snprintf(buf, size, "G%u -> %s", e->g, e->object);
    return buf;
}

/* --- goroutines ---------------------------------------------------------- */

/* What g waits for, by name; "" nothing, or nothing that has one. */
static const char *
waits_on(const struct trial *t, uint32_t g)
{
    for (int i = 0; i < t->nedge; i++)
        if (t->edge[i].g == g && !t->edge[i].held)
            return t->edge[i].object;
    return "";
}

static void
push_g(lua_State *L, const struct trial_g *g)
{
    lua_createtable(L, 0, 6);
    set_str(L, "func", g->func);
    set_str(L, "state", gopark_status_name(g->status));
    set_str(L, "reason", gopark_reason_name(g->reason));
    set_int(L, "line", g->line);
    lua_pushboolean(L, g->leaked);
    lua_setfield(L, -2, "leaked");
}

static void
add_gs(lua_State *L, const struct trial *t)
{
    lua_newtable(L);
    for (int i = 0; i < t->ng; i++) {
        push_g(L, &t->g[i]);
        lua_rawseti(L, -2, t->g[i].id);
    }
    lua_setfield(L, -2, "gs");
    lua_newtable(L);
    for (int i = 0; i < t->ng; i++) {
        if (!t->g[i].leaked)
            continue;
        lua_pushinteger(L, t->g[i].id);
        lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    }
    lua_setfield(L, -2, "leaked");
}

static void
add_stuck(lua_State *L, const struct trial *t)
{
    lua_newtable(L);
    for (int i = 0; i < t->ng; i++) {
        const struct trial_g *g = &t->g[i];

        if (g->status != G_WAITING || g->reason == WAIT_SLEEP)
            continue;
        push_g(L, g);
        set_int(L, "g", g->id);
        set_str(L, "on", waits_on(t, g->id));
        lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    }
    lua_setfield(L, -2, "stuck");
}

static void
add_edges(lua_State *L, const struct trial *t)
{
    char buf[96];

    lua_newtable(L);
    for (int i = 0; i < t->nedge; i++) {
        lua_pushstring(L, facts_edge(&t->edge[i], buf, sizeof buf));
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "edges");
}

/* --- a run --------------------------------------------------------------- */

static void
add_counts(lua_State *L, const struct trial *t)
{
    lua_newtable(L);
    for (int k = 0; k < EV_NKIND; k++)
        set_int(L, gopark_event_name((enum gopark_event_kind)k),
                (lua_Integer)t->count[k]);
    lua_setfield(L, -2, "count");
    lua_newtable(L);
    for (int i = 0; i < t->norder; i++) {
        lua_pushinteger(L, t->order[i]);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "order");
    lua_newtable(L);
    for (int g = 1; g < TRIAL_NCPU; g++) {
        lua_pushinteger(L, t->cpu[g]);
        lua_rawseti(L, -2, g);
    }
    lua_setfield(L, -2, "cpu");
}

void
facts_push(lua_State *L, const struct trial *t)
{
    lua_newtable(L);
    set_str(L, "ends", trial_ends(t));
    set_int(L, "status", t->code);
    set_str(L, "message", t->message);
    lua_pushlstring(L, t->out.s != NULL ? t->out.s : "", t->out.len);
    lua_setfield(L, -2, "output");
    set_int(L, "time", t->time);
    set_int(L, "left", t->nleft);
    add_counts(L, t);
    add_gs(L, t);
    add_stuck(L, t);
    add_edges(L, t);
}

void
facts_add_runs(lua_State *L, const struct trial *runs, int n)
{
    lua_createtable(L, n, 0);
    for (int i = 0; i < n; i++) {
        facts_push(L, &runs[i]);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "runs");
}

void
facts_add_all(lua_State *L, const struct survey *s)
{
    lua_newtable(L);
    lua_pushboolean(L, s->complete);
    lua_setfield(L, -2, "complete");
    set_int(L, "executions", (lua_Integer)s->executions);
    lua_newtable(L);
    for (int i = 0; i < s->noutput; i++)
        set_int(L, s->output[i].text, (lua_Integer)s->output[i].count);
    lua_setfield(L, -2, "outputs");
    lua_newtable(L);
    for (int e = 0; e < SURVEY_NEND; e++)
        if (s->ends[e] > 0)
            set_int(L, survey_end_name((enum survey_end)e),
                    (lua_Integer)s->ends[e]);
    lua_setfield(L, -2, "ends");
    lua_setfield(L, -2, "all");
}

/* --- a moment ------------------------------------------------------------ */

static void
add_queue(lua_State *L, struct world *w, uint32_t object, enum gopark_queue q,
          const char *key)
{
    struct gopark_waiter wt;

    lua_newtable(L);
    for (int i = 0; world_waiter(w, object, q, i, &wt); i++) {
        lua_pushinteger(L, wt.g);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, key);
}

static void
add_chans(lua_State *L, struct world *w)
{
    struct gopark_object o;
    char buf[64];

    lua_newtable(L);
    for (uint32_t id = world_next_object(w, 0); id != 0;
         id = world_next_object(w, id)) {
        if (!world_object(w, id, &o) || o.kind != OBJ_CHAN)
            continue;
        lua_newtable(L);
        set_int(L, "len", o.len);
        set_int(L, "cap", o.cap);
        lua_pushboolean(L, o.closed);
        lua_setfield(L, -2, "closed");
        add_queue(L, w, id, Q_SEND, "sendq");
        add_queue(L, w, id, Q_RECV, "recvq");
        lua_setfield(L, -2, gopark_object_label(&o, buf, sizeof buf));
    }
    lua_setfield(L, -2, "chans");
}

static void
add_now(lua_State *L, struct world *w)
{
    struct gopark_g g;

    lua_newtable(L);
    for (uint32_t id = 1; id <= world_ngs(w); id++) {
        if (!world_g(w, id, &g) || g.hidden)
            continue;
        lua_createtable(L, 0, 3);
        set_str(L, "state", gopark_status_name(g.status));
        set_str(L, "reason", gopark_reason_name(g.reason));
        set_int(L, "line", g.line);
        lua_rawseti(L, -2, id);
    }
    lua_setfield(L, -2, "gs");
}

void
facts_add_at(lua_State *L, struct world *w)
{
    struct gopark_p p;

    lua_newtable(L);
    add_now(L, w);
    add_chans(L, w);
    lua_newtable(L);
    for (int i = 0; i < world_nps(w); i++) {
        if (!world_p(w, i, &p) || p.g == 0)
            continue;
        lua_pushinteger(L, p.g);
        lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    }
    lua_setfield(L, -2, "running");
    lua_setfield(L, -2, "at");
}
