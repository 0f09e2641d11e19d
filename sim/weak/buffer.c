/*
 * buffer.c - interleaving, and store buffers: SC, TSO, PSO (WM-2, WM-3).
 *
 * A store waits in a buffer of its goroutine until a flush, a move of its own,
 * takes it to memory; the own loads see the newest that waits. What orders
 * (a fence, an SC store, a read-modify-write) waits for an empty buffer.
 * PSO has a buffer for each variable, here one list in which a flush may pass
 * those of other variables; not past a release store's predecessors, though.
 * lesson: store buffer
 */
#include "weak/state.h"

#include <string.h>

static bool
may_act(const struct litmus *t, const struct weak_state *s, int op)
{
    const struct litmus_op *o = &t->op[op];

    return s->u.b.n[o->g] == 0 || o->kind == LITMUS_LOAD ||
           (o->kind == LITMUS_STORE && o->order != LITMUS_SC);
}

static int
op_moves(const struct litmus *t, const struct weak_state *s,
         struct weak_move *m)
{
    int next[LITMUS_GS], all = state_next_all(t, s, next), n = 0;

    for (int i = 0; i < all; i++)
        if (may_act(t, s, next[i]))
            m[n++] = (struct weak_move){ MOVE_OP, (uint8_t)next[i], 0 };
    return n;
}

static void
act_op(const struct litmus *t, int plain, struct weak_state *s,
       struct weak_move m, struct litmus_step *step)
{
    (void)plain;
    state_access(t, s, m.op, step);
}

/* --- flushing ---------------------------------------------------------- */

static int
tso_moves(const struct litmus *t, const struct weak_state *s,
          struct weak_move *m)
{
    int n = op_moves(t, s, m);

    for (int g = 0; g < t->ng; g++)
        if (s->u.b.n[g] > 0)
            m[n++] = (struct weak_move){ MOVE_FLUSH, s->u.b.op[g][0], 0 };
    return n;
}

/* May the i-th that waits leave before those in front of it? */
static bool
may_pass(const struct litmus *t, const uint8_t *buf, int i)
{
    if (i > 0 && t->op[buf[i]].order != LITMUS_PLAIN &&
        (t->op[buf[i]].order & LITMUS_REL))
        return false;
    for (int j = 0; j < i; j++)
        if (t->op[buf[j]].loc == t->op[buf[i]].loc)
            return false;
    return true;
}

static int
pso_moves(const struct litmus *t, const struct weak_state *s,
          struct weak_move *m)
{
    int n = op_moves(t, s, m);

    for (int g = 0; g < t->ng; g++)
        for (int i = 0; i < s->u.b.n[g]; i++)
            if (may_pass(t, s->u.b.op[g], i))
                m[n++] = (struct weak_move){ MOVE_FLUSH, s->u.b.op[g][i],
                                             (uint8_t)i };
    return n;
}

static void
flush(const struct litmus *t, struct weak_state *s, struct weak_move m,
      struct litmus_step *step)
{
    const struct litmus_op *o = &t->op[m.op];
    uint8_t *buf = s->u.b.op[o->g];
    int n = --s->u.b.n[o->g];

    memmove(buf + m.at, buf + m.at + 1, (size_t)(n - m.at));
    buf[n] = 0; /* equal states have equal bytes */
    s->mem[o->loc] = s->put[m.op];
    step->did = LITMUS_FLUSHED;
    step->early = m.at > 0;
    step->got = s->put[m.op];
}

/* The newest own store to loc that waits; -1 none. */
static int
waiting(const struct litmus *t, const struct weak_state *s, int g, int loc)
{
    for (int i = s->u.b.n[g] - 1; i >= 0; i--)
        if (t->op[s->u.b.op[g][i]].loc == loc)
            return s->u.b.op[g][i];
    return -1;
}

static void
buffer_act(const struct litmus *t, int plain, struct weak_state *s,
           struct weak_move m, struct litmus_step *step)
{
    const struct litmus_op *o = &t->op[m.op];
    int own = o->kind == LITMUS_LOAD ? waiting(t, s, o->g, o->loc) : -1;

    if (m.kind == MOVE_FLUSH) {
        flush(t, s, m, step);
    } else if (o->kind == LITMUS_STORE && o->order != LITMUS_SC) {
        step->did = LITMUS_BUFFERED;
        step->got = s->put[m.op] = state_value(t, s, o->put);
        s->u.b.op[o->g][s->u.b.n[o->g]++] = m.op;
        s->done |= (uint32_t)1 << m.op;
    } else if (own >= 0) {
        step->did = LITMUS_FORWARDED;
        step->got = s->got[m.op] = s->put[own];
        s->done |= (uint32_t)1 << m.op;
    } else {
        act_op(t, plain, s, m, step);
    }
}

static void
buffer_spans(const struct litmus *t, struct weak_spans *spans)
{
    state_span(spans, offsetof(struct weak_state, u.b.n), (size_t)t->ng);
    for (int g = 0; g < t->ng; g++) {
        size_t stores = 0;

        for (int i = t->first[g]; i < t->first[g + 1]; i++)
            stores += t->op[i].kind == LITMUS_STORE;
        state_span(spans, offsetof(struct weak_state, u.b.op[0]) +
                   (size_t)g * LITMUS_OPS, stores);
    }
}

const struct weak_model weak_sc = { .name = "sc",
                                    .moves = op_moves,
                                    .act = act_op };
const struct weak_model weak_tso = { .name = "tso",
                                     .moves = tso_moves,
                                     .act = buffer_act,
                                     .spans = buffer_spans };
const struct weak_model weak_pso = { .name = "pso",
                                     .moves = pso_moves,
                                     .act = buffer_act,
                                     .spans = buffer_spans };
