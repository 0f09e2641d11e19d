/*
 * run.c - every path of a litmus test, and the outcomes they lead to.
 *
 * Depth first, a copy of the state for each step. No reduction: how many paths
 * lead to an outcome is part of the answer. Moves are tried in the order of
 * the text, flushes last, so the path that is kept for an outcome is the one
 * that is easiest to follow beside it.
 */
#include <stdlib.h>
#include <string.h>

#include "weak/state.h"
#include "world/mem.h"

enum { NSLOT = 2 * LITMUS_OUTCOMES }; /* a power of two */

struct frame {
    struct weak_state s;
    struct weak_move move[WEAK_MOVES];
    int n, next; /* moves, and the one to try next */
};

struct walk {
    const struct litmus *t;
    const struct weak_model *model;
    struct litmus_result *r;
    int cap;              /* of r->outcome */
    uint64_t limit;       /* transitions */
    uint16_t slot[NSLOT]; /* outcome + 1, by hash; 0 none */
    struct litmus_step path[LITMUS_STEPS];
    struct frame frame[LITMUS_STEPS + 1];
};

/* --- outcomes ---------------------------------------------------------- */

static void
observe(const struct walk *w, const struct weak_state *s, int32_t *value,
        bool *meets)
{
    const struct litmus *t = w->t;
    int32_t loc[LITMUS_LOCS];

    for (int i = 0; i < t->nloc; i++)
        loc[i] = w->model->last != NULL ? w->model->last(t, s, i) : s->mem[i];
    for (int i = 0; i < t->nshown; i++)
        value[i] = t->shown[i].loc >= 0 ? loc[t->shown[i].loc]
                                        : state_reg(t, s, t->shown[i].reg);
    *meets = t->exists >= 0 && state_holds(t, s, loc, t->exists);
}

static uint32_t
hash(const int32_t *value, int n)
{
    uint32_t h = 2166136261u;

    for (int i = 0; i < n; i++)
        h = (h ^ (uint32_t)value[i]) * 16777619u;
    return h ^ h >> 15;
}

static bool
grow(struct walk *w)
{
    int cap = w->cap == 0 ? 16 : 2 * w->cap;
    struct litmus_outcome *o = mem_alloc((size_t)cap * sizeof *o);

    if (o == NULL)
        return false;
    if (w->cap > 0)
        memcpy(o, w->r->outcome, (size_t)w->cap * sizeof *o);
    mem_free(w->r->outcome);
    w->r->outcome = o;
    w->cap = cap;
    return true;
}

/* The outcome of these values, new with nstep -1. NULL: no memory, or too
 * many, which the caller tells by their number. */
static struct litmus_outcome *
find(struct walk *w, const int32_t *value)
{
    struct litmus_result *r = w->r;
    size_t size = (size_t)w->t->nshown * sizeof *value;
    uint32_t i = hash(value, w->t->nshown) & (NSLOT - 1);
    struct litmus_outcome *o;

    for (; w->slot[i] != 0; i = (i + 1) & (NSLOT - 1)) {
        o = &r->outcome[w->slot[i] - 1];
        if (memcmp(o->value, value, size) == 0)
            return o;
    }
    if (r->noutcome == LITMUS_OUTCOMES ||
        (r->noutcome == w->cap && !grow(w)))
        return NULL;
    o = &r->outcome[r->noutcome++];
    w->slot[i] = (uint16_t)r->noutcome;
    memcpy(o->value, value, size);
    o->nstep = -1;
    return o;
}

/* A path of nstep has come to its end. */
static bool
arrive(struct walk *w, const struct weak_state *s, int nstep)
{
    int32_t value[LITMUS_SHOWN];
    struct litmus_outcome *o;
    bool meets;

    observe(w, s, value, &meets);
    if ((o = find(w, value)) == NULL)
        return false;
    if (o->nstep < 0 || nstep < o->nstep) {
        o->nstep = nstep;
        memcpy(o->step, w->path, (size_t)nstep * sizeof w->path[0]);
    }
    o->meets = meets;
    o->paths++;
    w->r->paths++;
    w->r->met += meets;
    return true;
}

/* --- the walk ---------------------------------------------------------- */

static void
act(const struct litmus *t, const struct weak_model *model,
    struct weak_state *s, struct weak_move m, struct litmus_step *step)
{
    memset(step, 0, sizeof *step);
    step->op = m.op;
    model->act(t, model->plain, s, m, step);
    state_skip(t, s);
}

/* False: no memory, or too many outcomes. */
static bool
walk(struct walk *w)
{
    int d = 0;
    struct frame *f = w->frame;

    state_begin(w->t, w->model, &f->s);
    f->n = w->model->moves(w->t, &f->s, f->move);
    f->next = 0;
    if (f->n == 0)
        return arrive(w, &f->s, 0);
    while (d >= 0) {
        f = &w->frame[d];
        if (f->next == f->n) {
            d--;
            continue;
        }
        if (w->r->transitions == w->limit)
            return true;
        w->r->transitions++;
        f[1].s = f->s;
        act(w->t, w->model, &f[1].s, f->move[f->next++], &w->path[d]);
        f[1].n = w->model->moves(w->t, &f[1].s, f[1].move);
        f[1].next = 0;
        d++;
        if (f[1].n == 0 && !arrive(w, &f[1].s, d))
            return false;
    }
    w->r->complete = true;
    return true;
}

/* --- the result -------------------------------------------------------- */

/* The weak ones last, else by value. */
static int
by_value(const void *a, const void *b)
{
    const struct litmus_outcome *x = a, *y = b;

    if (x->weak != y->weak)
        return x->weak ? 1 : -1;
    for (int i = 0; i < LITMUS_SHOWN; i++)
        if (x->value[i] != y->value[i])
            return x->value[i] < y->value[i] ? -1 : 1;
    return 0;
}

static bool
has(const struct litmus_result *r, const int32_t *value)
{
    for (int i = 0; i < r->noutcome; i++)
        if (memcmp(r->outcome[i].value, value, sizeof r->outcome[i].value) == 0)
            return true;
    return false;
}

static enum gopark_rc
explore(const struct litmus *t, enum litmus_model m, uint64_t limit,
        struct litmus_result *r, struct gopark_err *err)
{
    struct walk *w = mem_alloc(sizeof *w);
    enum gopark_rc rc = GOPARK_OK;

    *r = (struct litmus_result){ .model = m };
    if (w == NULL)
        return gopark_fail(err, GOPARK_ENOMEM, "%s: no memory", t->name);
    w->t = t;
    w->model = weak_model(m);
    w->r = r;
    w->limit = limit;
    if (!walk(w))
        rc = r->noutcome == LITMUS_OUTCOMES
                 ? gopark_fail(err, GOPARK_ESPACE,
                               "%s on %s: more than %d outcomes; 'show' with "
                               "fewer names tells fewer apart",
                               t->name, w->model->name, LITMUS_OUTCOMES)
                 : gopark_fail(err, GOPARK_ENOMEM, "%s: no memory", t->name);
    mem_free(w);
    return rc;
}

/* What SC has not is weak. Where SC was not walked to its end, nothing is said
 * to be impossible. */
static enum gopark_rc
mark_weak(const struct litmus *t, uint64_t limit, struct litmus_result *r,
          struct gopark_err *err)
{
    struct litmus_result sc;
    enum gopark_rc rc = explore(t, LITMUS_ON_SC, limit, &sc, err);

    for (int i = 0; i < r->noutcome && rc == GOPARK_OK && sc.complete; i++)
        r->outcome[i].weak = !has(&sc, r->outcome[i].value);
    r->complete &= sc.complete;
    litmus_result_done(&sc);
    return rc;
}

enum gopark_rc
litmus_run(const struct litmus *t, enum litmus_model m, uint64_t transitions,
           struct litmus_result *r, struct gopark_err *err)
{
    uint64_t limit = transitions > 0 ? transitions : LITMUS_TRANSITIONS;
    enum gopark_rc rc = explore(t, m, limit, r, err);

    if (rc == GOPARK_OK && m != LITMUS_ON_SC)
        rc = mark_weak(t, limit, r, err);
    if (rc != GOPARK_OK)
        litmus_result_done(r);
    else if (r->noutcome > 1)
        qsort(r->outcome, (size_t)r->noutcome, sizeof r->outcome[0], by_value);
    return rc;
}

void
litmus_result_done(struct litmus_result *r)
{
    mem_free(r->outcome);
    r->outcome = NULL;
    r->noutcome = 0;
}
