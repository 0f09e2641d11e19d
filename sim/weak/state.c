/*
 * state.c - what all models share: registers, conditions, guards.
 */
#include "weak/state.h"

#include <string.h>

const struct weak_model *
weak_model(enum litmus_model m)
{
    static const struct weak_model *const model[LITMUS_NMODEL] = {
        [LITMUS_ON_SC] = &weak_sc,     [LITMUS_ON_TSO] = &weak_tso,
        [LITMUS_ON_PSO] = &weak_pso,   [LITMUS_ON_VIEW] = &weak_view,
        [LITMUS_ON_RA] = &weak_ra,     [LITMUS_ON_OOO] = &weak_ooo,
    };

    return model[m];
}

const char *
litmus_model_name(enum litmus_model m)
{
    return weak_model(m)->name;
}

void
state_begin(const struct litmus *t, const struct weak_model *w,
           struct weak_state *s)
{
    memset(s, 0, sizeof *s);
    for (int i = 0; i < t->nloc; i++)
        s->mem[i] = t->loc[i].init;
    if (w->begin != NULL)
        w->begin(t, s);
    state_skip(t, s);
}

void
state_span(struct weak_spans *spans, size_t at, size_t n)
{
    if (n > 0)
        spans->span[spans->n++] =
            (struct weak_span){ (uint16_t)at, (uint16_t)n };
}

void
state_spans(const struct litmus *t, const struct weak_model *w,
            struct weak_spans *spans)
{
    size_t ops = (size_t)t->nop * sizeof(int32_t);

    spans->n = 0;
    state_span(spans, offsetof(struct weak_state, done), sizeof(uint32_t));
    if (t->guarded)
        state_span(spans, offsetof(struct weak_state, skipped),
                   sizeof(uint32_t));
    state_span(spans, offsetof(struct weak_state, got), ops);
    state_span(spans, offsetof(struct weak_state, put), ops);
    state_span(spans, offsetof(struct weak_state, mem),
               (size_t)t->nloc * sizeof(int32_t));
    if (w->spans != NULL)
        w->spans(t, spans);
}

void
state_skip(const struct litmus *t, struct weak_state *s)
{
    for (int i = 0; t->guarded && i < t->nop; i++) {
        const struct litmus_op *op = &t->op[i];
        uint32_t bit = (uint32_t)1 << i;

        if (op->guard < 0 || (s->skipped & bit) != 0 ||
            (op->control & ~s->done) != 0 || state_holds(t, s, NULL, op->guard))
            continue;
        s->done |= bit;
        s->skipped |= bit;
        s->got[i] = 0; /* a load may have been too early */
    }
}

int
state_next(const struct litmus *t, const struct weak_state *s, int g)
{
    for (int i = t->first[g]; i < t->first[g + 1]; i++)
        if ((s->done >> i & 1) == 0)
            return i;
    return -1;
}

int
state_next_all(const struct litmus *t, const struct weak_state *s, int *next)
{
    int n = 0;

    for (int g = 0; g < t->ng; g++) {
        int op = state_next(t, s, g), i;

        if (op < 0)
            continue;
        for (i = n++; i > 0 && t->op[next[i - 1]].index > t->op[op].index; i--)
            next[i] = next[i - 1];
        next[i] = op;
    }
    return n;
}

int32_t
state_reg(const struct litmus *t, const struct weak_state *s, int reg)
{
    const struct litmus_reg *r = &t->reg[reg];

    return r->op >= 0 ? s->got[r->op] : state_holds(t, s, NULL, r->node);
}

int32_t
state_value(const struct litmus *t, const struct weak_state *s,
           struct litmus_value v)
{
    return v.reg < 0 ? v.n : state_reg(t, s, v.reg);
}

bool
state_holds(const struct litmus *t, const struct weak_state *s,
           const int32_t *loc, int node)
{
    const struct litmus_node *n = &t->node[node];
    int32_t v;

    switch (n->kind) {
    case LITMUS_AND:
        return state_holds(t, s, loc, n->a) && state_holds(t, s, loc, n->b);
    case LITMUS_OR:
        return state_holds(t, s, loc, n->a) || state_holds(t, s, loc, n->b);
    case LITMUS_NOT:
        return !state_holds(t, s, loc, n->a);
    case LITMUS_EQ:
    case LITMUS_NE:
        break;
    }
    v = n->reg >= 0 ? state_reg(t, s, n->reg) : loc[n->loc];
    return (v == n->n) == (n->kind == LITMUS_EQ);
}

/* Sums wrap around, as Go's do. */
static int32_t
sum(int32_t a, int32_t b)
{
    return (int32_t)((uint32_t)a + (uint32_t)b);
}

bool
state_modify(const struct litmus *t, struct weak_state *s, int op, int32_t old)
{
    const struct litmus_op *o = &t->op[op];
    int32_t n = state_value(t, s, o->put);
    bool writes = o->kind != LITMUS_CAS || old == state_value(t, s, o->want);

    s->put[op] = o->kind == LITMUS_ADD ? sum(old, n) : n;
    s->got[op] = o->kind == LITMUS_SWAP  ? old
                 : o->kind == LITMUS_ADD ? s->put[op]
                                         : writes;
    return writes;
}

void
state_access(const struct litmus *t, struct weak_state *s, int op,
            struct litmus_step *step)
{
    const struct litmus_op *o = &t->op[op];

    switch (o->kind) {
    case LITMUS_FENCE:
        step->did = LITMUS_FENCED;
        break;
    case LITMUS_STORE:
        step->did = LITMUS_WROTE;
        step->got = s->put[op] = state_value(t, s, o->put);
        s->mem[o->loc] = s->put[op];
        break;
    case LITMUS_LOAD:
        step->did = LITMUS_READ;
        step->got = s->got[op] = s->mem[o->loc];
        break;
    case LITMUS_SWAP:
    case LITMUS_ADD:
    case LITMUS_CAS:
        step->did = LITMUS_MODIFIED;
        step->got = s->mem[o->loc];
        if (state_modify(t, s, op, s->mem[o->loc]))
            s->mem[o->loc] = s->put[op];
        break;
    }
    s->done |= (uint32_t)1 << op;
}
