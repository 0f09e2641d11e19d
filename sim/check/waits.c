#include "check/waits.h"

#include <stdlib.h>
#include <string.h>

#include "check/blocked.h"

/* Room for one more in a list of n, of size bytes each; false: no memory. */
static bool
grow(void **list, int n, int *cap, size_t size)
{
    int more = *cap == 0 ? 32 : 2 * *cap;
    void *at;

    if (n < *cap)
        return true;
    at = realloc(*list, (size_t)more * size);
    if (at == NULL)
        return false;
    *list = at;
    *cap = more;
    return true;
}

#define GROW(list, n, cap) grow((void **)&(list), n, &(cap), sizeof *(list))

/* --- who could end a wait ------------------------------------------------------ */

static unsigned
needs(const struct g *gp, const struct obj *o, bool sends)
{
    switch ((enum g_reason)gp->reason) {
    case WAIT_WG:
    case WAIT_PAR:
        return USE_BIT(USE_DONE);
    case WAIT_COND:
        return USE_BIT(USE_SIGNAL);
    default:
        break;
    }
    if (!obj_is(o, OBJ_CHAN))
        return 0;
    return sends ? USE_BIT(USE_RECV) | USE_BIT(USE_RANGE)
                 : USE_BIT(USE_SEND) | USE_BIT(USE_CLOSE);
}

struct adding {
    struct waits *ws;
    struct g *g;
};

static void
add_actor(struct waits *ws, struct g *gp, int use)
{
    struct wait *wt = &ws->wait[ws->nwait - 1];
    int i;

    for (i = wt->actor; i < wt->actor + wt->nactor; i++) {
        if (ws->actor[i].g == gp)
            return;
    }
    if (wt->nactor == ACTORS_MAX || !GROW(ws->actor, ws->nactor, ws->actorcap))
        return;
    ws->actor[ws->nactor++] = (struct actor){ gp, use };
    wt->nactor++;
}

static void
add_holder(void *ctx, struct g *gp)
{
    add_actor(((struct adding *)ctx)->ws, gp, -1);
}

/* Those whose code has what is missing still before it; then those to whose
 * functions the object is handed. */
static void
add_users(struct waits *ws, const struct wait *wt)
{
    int i;

    for (i = uses_next(&ws->uses, -1, NULL, wt->o, wt->needs); i >= 0;
         i = uses_next(&ws->uses, i, NULL, wt->o, wt->needs)) {
        if (ws->uses.at[i].ahead)
            add_actor(ws, ws->uses.at[i].g, i);
    }
    for (i = uses_next(&ws->uses, -1, NULL, wt->o, USE_BIT(USE_PASS)); i >= 0;
         i = uses_next(&ws->uses, i, NULL, wt->o, USE_BIT(USE_PASS))) {
        if (ws->uses.at[i].ahead)
            add_actor(ws, ws->uses.at[i].g, i);
    }
}

static void
add_wait(struct adding *a, struct obj *o, bool sends)
{
    struct waits *ws = a->ws;
    struct wait *wt;

    if (!GROW(ws->wait, ws->nwait, ws->waitcap))
        return;
    wt = &ws->wait[ws->nwait++];
    *wt = (struct wait){ o, needs(a->g, o, sends), sends, ws->nactor, 0 };
    if (wt->needs == 0)
        blocked_behind(ws->w, a->g, o, add_holder, a);
    else
        add_users(ws, wt);
}

static void
add_waits(struct waits *ws, struct waiter *wr)
{
    struct adding a = { ws, wr->g };
    struct g *gp = wr->g;
    int i;

    wr->wait = ws->nwait;
    for (i = 0; i < gp->nsel; i++)
        add_wait(&a, &gp->sel[i].c->o, gp->sel[i].sends);
    if (gp->wait.c != NULL)
        add_wait(&a, &gp->wait.c->o, gp->wait.sends);
    else if (gp->nsel == 0 && gp->object != NULL)
        add_wait(&a, gp->object, false);
    wr->nwait = ws->nwait - wr->wait;
}

/* --- circles (Tarjan's components) --------------------------------------------- */

struct node {
    int index, low; /* 0: not visited */
    bool open;      /* on the stack */
};

struct search {
    struct waits *ws;
    struct node *node; /* by waiter */
    int *open;         /* waiters that are on no component yet */
    int nopen, count;
};

/* All of the search's stack from `from` on is one component. */
static void
close_component(struct search *s, int from, bool circle)
{
    int i;

    if (circle)
        s->ws->ngroup++;
    for (i = from; i < s->nopen; i++) {
        s->node[s->open[i]].open = false;
        if (circle) {
            s->ws->at[s->open[i]].group = s->ws->ngroup;
            s->ws->at[s->open[i]].stuck = STUCK_CIRCLE;
        }
    }
    s->nopen = from;
}

static void visit(struct search *s, int i, int depth);

/* From waiter i to another, or to itself: true. */
static bool
follow(struct search *s, int i, const struct g *to, int depth)
{
    struct waiter *next = waits_of(s->ws, to);
    struct node *n = &s->node[i], *m;

    if (next == NULL || next->stuck == STUCK_NOT)
        return false;
    if (next == &s->ws->at[i])
        return true;
    m = &s->node[next - s->ws->at];
    if (m->index == 0) {
        visit(s, (int)(next - s->ws->at), depth + 1);
        if (m->low < n->low)
            n->low = m->low;
    } else if (m->open && m->index < n->low) {
        n->low = m->index;
    }
    return false;
}

enum { DEPTH_MAX = 2000 }; /* of a chain of waits that is followed */

static void
visit(struct search *s, int i, int depth)
{
    const struct waiter *wr = &s->ws->at[i];
    int from = s->nopen, k, j;
    bool self = false;

    s->node[i] = (struct node){ ++s->count, s->count, true };
    s->node[i].low = s->node[i].index;
    s->open[s->nopen++] = i;
    for (k = wr->wait; depth < DEPTH_MAX && k < wr->wait + wr->nwait; k++) {
        const struct wait *wt = &s->ws->wait[k];

        for (j = wt->actor; j < wt->actor + wt->nactor; j++)
            self |= follow(s, i, s->ws->actor[j].g, depth);
    }
    if (s->node[i].low == s->node[i].index)
        close_component(s, from, self || s->nopen - from > 1);
}

/* Has the waiter anybody who could end its wait, were it not stuck? */
static bool
has_actor(const struct waits *ws, const struct waiter *wr)
{
    int k;

    for (k = wr->wait; k < wr->wait + wr->nwait; k++) {
        if (ws->wait[k].nactor > 0)
            return true;
    }
    return false;
}

static bool
find_circles(struct waits *ws)
{
    struct search s = { .ws = ws };
    int i;

    s.node = calloc((size_t)ws->n + 1, sizeof *s.node);
    s.open = calloc((size_t)ws->n + 1, sizeof *s.open);
    for (i = 0; s.node != NULL && s.open != NULL && i < ws->n; i++) {
        if (ws->at[i].stuck != STUCK_NOT && s.node[i].index == 0)
            visit(&s, i, 0);
    }
    free(s.node);
    free(s.open);
    return i == ws->n;
}

/* --- the whole ------------------------------------------------------------------- */

static bool
collect(struct waits *ws)
{
    struct g *gp;
    int i;

    for (gp = ws->w->sched->first; gp != NULL; gp = gp->next) {
        if (!blocked_is(gp) || (gp->flags & G_HIDDEN))
            continue;
        if (!GROW(ws->at, ws->n, ws->cap))
            return false;
        ws->at[ws->n] = (struct waiter){ .g = gp };
        if (!mark_lives(&ws->mark, gp))
            ws->at[ws->n].stuck = STUCK_LOST;
        ws->n++;
    }
    for (i = 0; i < ws->n; i++) {
        add_waits(ws, &ws->at[i]);
        if (ws->at[i].stuck == STUCK_LOST && has_actor(ws, &ws->at[i]))
            ws->at[i].stuck = STUCK_BEHIND;
    }
    return true;
}

bool
waits_build(struct waits *ws, struct world *w)
{
    memset(ws, 0, sizeof *ws);
    ws->w = w;
    uses_collect(&ws->uses, w);
    if (!mark_run_stuck(&ws->mark, w, &ws->uses))
        return false;
    return collect(ws) && find_circles(ws);
}

void
waits_free(struct waits *ws)
{
    mark_free(&ws->mark);
    uses_free(&ws->uses);
    free(ws->at);
    free(ws->wait);
    free(ws->actor);
    memset(ws, 0, sizeof *ws);
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = ((const struct waiter *)a)->g->id;
    uint32_t y = ((const struct waiter *)b)->g->id;

    return (x > y) - (x < y);
}

struct waiter *
waits_of(const struct waits *ws, const struct g *gp)
{
    struct waiter key = { .g = (struct g *)(uintptr_t)gp };

    if (ws->n == 0)
        return NULL;
    return bsearch(&key, ws->at, (size_t)ws->n, sizeof key, by_number);
}
