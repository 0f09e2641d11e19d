/*
 * explain.c - the checks' public face: why, who waits for whom, deadlocks.
 * Each analyses a branch of the world and brings back text, or plain records.
 */
#include <stdlib.h>
#include <string.h>

#include "check/blocked.h"
#include "check/branch.h"
#include "check/deadlock.h"
#include "check/outcome.h"
#include "check/standing.h"
#include "check/why.h"

/* What a question works with; freed when the branch is gone, whatever became
 * of it. */
struct question {
    struct waits ws;
    uint32_t g, object;
    enum gopark_lang lang;
};

/* Ask fn, and give back what it wrote, malloc'd. */
static char *
ask(struct world *w, branch_fn *fn, struct question *q)
{
    struct tb out = { .w = w };

    tb_addn(&out, "", 0);
    branch_call(w, fn, q, &out);
    waits_free(&q->ws);
    out.buf[out.len] = '\0';
    return out.buf;
}

/* --- why ------------------------------------------------------------------------- */

static void
why(struct world *w, void *arg, struct tb *out)
{
    struct question *q = arg;
    struct why y = { .t = out, .ws = &q->ws, .lang = q->lang };
    const struct g *gp = g_find(w, q->g);

    if (gp == NULL || !blocked_is(gp))
        standing_say(out, q->g, q->lang);
    else if (waits_build(&q->ws, w) && waits_of(&q->ws, gp) != NULL)
        why_blocked(&y, waits_of(&q->ws, gp));
}

char *
world_why(struct world *w, uint32_t g, enum gopark_lang lang)
{
    struct question q = { .g = g, .lang = lang };

    return ask(w, why, &q);
}

static void
why_thing(struct world *w, void *arg, struct tb *out)
{
    struct question *q = arg;
    struct why y = { .t = out, .ws = &q->ws, .lang = q->lang };
    const struct obj *o = obj_find(w, q->object);

    if (o != NULL && waits_build(&q->ws, w))
        why_object(&y, o);
}

char *
world_why_object(struct world *w, uint32_t object, enum gopark_lang lang)
{
    struct question q = { .object = object, .lang = lang };

    return ask(w, why_thing, &q);
}

/* --- deadlock ---------------------------------------------------------------------- */

/* A program that followed a schedule to main's return has goroutines before
 * operations that they cannot do; let them get there and park. */
static void
let_park(struct world *w)
{
    struct offers of;

    if (w->sched->policy != POLICY_EXPLORE || w->end.how != END_RETURN ||
        !sched_outlive(w))
        return;
    offer_init(&of);
    outcome_drain(w, &of);
    offer_free(&of);
}

static void
deadlock(struct world *w, void *arg, struct tb *out)
{
    struct question *q = arg;

    let_park(w);
    if (waits_build(&q->ws, w))
        deadlock_say(out, &q->ws, q->lang);
}

char *
world_deadlock(struct world *w, enum gopark_lang lang)
{
    struct question q = { .lang = lang };

    return ask(w, deadlock, &q);
}

/* --- the graph ----------------------------------------------------------------------- */

static void
put_waiters(const struct waits *ws, struct tb *out)
{
    int i;

    tb_addn(out, (const char *)&ws->n, sizeof ws->n);
    for (i = 0; i < ws->n; i++) {
        struct gopark_waiting g = { ws->at[i].g->id, ws->at[i].stuck,
                                    ws->at[i].group };

        tb_addn(out, (const char *)&g, sizeof g);
    }
}

static void
put_edge(struct tb *out, uint32_t g, const struct obj *o,
         enum gopark_edge_kind kind, int line)
{
    struct gopark_edge e = { g, o->id, kind, line };

    tb_addn(out, (const char *)&e, sizeof e);
}

/* Has the actor been met behind the same object for another waiter? */
static bool
is_told(const struct waits *ws, int k, const struct actor *a)
{
    int i, j;

    for (i = 0; i < k; i++) {
        const struct wait *wt = &ws->wait[i];

        for (j = wt->actor;
             wt->o == ws->wait[k].o && j < wt->actor + wt->nactor; j++) {
            if (ws->actor[j].g == a->g && ws->actor[j].use == a->use)
                return true;
        }
    }
    return false;
}

static void
put_actors(const struct waits *ws, int k, struct tb *out)
{
    const struct wait *wt = &ws->wait[k];
    int i;

    for (i = wt->actor; i < wt->actor + wt->nactor; i++) {
        const struct actor *a = &ws->actor[i];

        if (!is_told(ws, k, a))
            put_edge(out, a->g->id, wt->o, a->use < 0 ? EDGE_HOLDS : EDGE_COULD,
                     a->use < 0 ? 0 : ws->uses.at[a->use].line);
    }
}

static void
graph(struct world *w, void *arg, struct tb *out)
{
    struct question *q = arg;
    const struct waits *ws = &q->ws;
    int i, k;

    if (!waits_build(&q->ws, w))
        return;
    put_waiters(ws, out);
    for (i = 0; i < ws->n; i++) {
        for (k = ws->at[i].wait; k < ws->at[i].wait + ws->at[i].nwait; k++)
            put_edge(out, ws->at[i].g->id, ws->wait[k].o,
                     ws->wait[k].sends ? EDGE_SENDS : EDGE_WAITS, 0);
    }
    for (k = 0; k < ws->nwait; k++)
        put_actors(ws, k, out);
}

bool
world_waits(struct world *w, struct gopark_waits *out)
{
    struct question q = { 0 };
    struct tb found = { .w = w };
    bool ok = branch_call(w, graph, &q, &found) && found.len > 0;
    size_t head;

    waits_free(&q.ws);
    memset(out, 0, sizeof *out);
    if (ok) {
        memcpy(&out->nwaiting, found.buf, sizeof out->nwaiting);
        memmove(found.buf, found.buf + sizeof out->nwaiting,
                found.len - sizeof out->nwaiting);
        head = (size_t)out->nwaiting * sizeof *out->waiting;
        out->waiting = (void *)found.buf;
        out->edge = (void *)(found.buf + head);
        out->nedge = (int)((found.len - sizeof out->nwaiting - head) /
                           sizeof *out->edge);
        return true;
    }
    free(found.buf);
    return false;
}

void
gopark_waits_free(struct gopark_waits *ws)
{
    free(ws->waiting);
    memset(ws, 0, sizeof *ws);
}
