/*
 * tally.c - outcomes, and how often each comes about.
 */
#include "weak/tally.h"

#include <string.h>

#include "world/mem.h"

static void
observe(const struct tally *x, const struct weak_state *s, int32_t *value,
        bool *meets)
{
    const struct litmus *t = x->t;
    int32_t loc[LITMUS_LOCS];

    for (int i = 0; i < t->nloc; i++)
        loc[i] = x->model->last != NULL ? x->model->last(t, s, i) : s->mem[i];
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
grow(struct tally *x)
{
    int cap = x->cap == 0 ? 16 : 2 * x->cap;
    struct litmus_outcome *o = mem_alloc((size_t)cap * sizeof *o);

    if (o == NULL)
        return false;
    if (x->cap > 0)
        memcpy(o, x->r->outcome, (size_t)x->cap * sizeof *o);
    mem_free(x->r->outcome);
    x->r->outcome = o;
    x->cap = cap;
    return true;
}

/* The outcome of these values, new with nstep -1. NULL: no memory, or too
 * many, which the caller tells by their number. */
static struct litmus_outcome *
find(struct tally *x, const int32_t *value)
{
    struct litmus_result *r = x->r;
    size_t size = (size_t)x->t->nshown * sizeof *value;
    uint32_t i = hash(value, x->t->nshown) & (TALLY_SLOTS - 1);
    struct litmus_outcome *o;

    for (; x->slot[i] != 0; i = (i + 1) & (TALLY_SLOTS - 1)) {
        o = &r->outcome[x->slot[i] - 1];
        if (memcmp(o->value, value, size) == 0)
            return o;
    }
    if (r->noutcome == LITMUS_OUTCOMES ||
        (r->noutcome == x->cap && !grow(x)))
        return NULL;
    o = &r->outcome[r->noutcome++];
    x->slot[i] = (uint16_t)r->noutcome;
    memcpy(o->value, value, size);
    o->nstep = -1;
    return o;
}

bool
tally_arrive(struct tally *x, const struct weak_state *s, int nstep,
             uint64_t paths, struct litmus_step **step)
{
    int32_t value[LITMUS_SHOWN];
    struct litmus_outcome *o;
    bool meets;

    observe(x, s, value, &meets);
    *step = NULL;
    if ((o = find(x, value)) == NULL)
        return false;
    if (o->nstep < 0 || nstep < o->nstep) {
        o->nstep = nstep;
        *step = o->step;
    }
    o->meets = meets;
    o->paths = tally_sum(o->paths, paths);
    x->r->paths = tally_sum(x->r->paths, paths);
    if (meets)
        x->r->met = tally_sum(x->r->met, paths);
    return true;
}

uint64_t
tally_sum(uint64_t a, uint64_t b)
{
    return a > LITMUS_MANY - b ? LITMUS_MANY : a + b;
}

void
tally_act(const struct litmus *t, const struct weak_model *model,
          struct weak_state *s, struct weak_move m, struct litmus_step *step)
{
    memset(step, 0, sizeof *step);
    step->op = m.op;
    model->act(t, model->plain, s, m, step);
    state_skip(t, s);
}
