/*
 * view.c - messages and views: relaxed, release/acquire, SC accesses (WM-4).
 *
 * Memory keeps for each location every value that was stored, in one order
 * (coherence). A goroutine has a view, a place in each of these orders, and
 * reads any message from there on; so an old value can be read after a newer
 * one was written, and a store can come to lie below those of others. A
 * message that was released carries its writer's view, which a load with
 * acquire takes over: that is how MP is forbidden. lesson: views
 */
#include "weak/state.h"

#include <string.h>

static int
place(const struct weak_messages *m, int loc, int msg)
{
    int i = 0;

    while (m->order[loc][i] != msg)
        i++;
    return i;
}

static bool
is_taken(const struct weak_messages *m, int msg)
{
    return m->taken >> msg & 1;
}

/* into sees what it saw, and what from saw. */
static void
join(const struct litmus *t, const struct weak_messages *m,
     struct weak_view *into, const struct weak_view *from)
{
    for (int i = 0; i < t->nloc; i++)
        if (into->msg[i] != from->msg[i] &&
            place(m, i, from->msg[i]) > place(m, i, into->msg[i]))
            into->msg[i] = from->msg[i];
}

static int32_t
value_of(const struct litmus *t, const struct weak_state *s, int msg)
{
    return msg < LITMUS_OPS ? s->put[msg] : t->loc[msg - LITMUS_OPS].init;
}

/* --- what is possible -------------------------------------------------- */

static void
view_begin(const struct litmus *t, struct weak_state *s)
{
    struct weak_messages *m = &s->u.m;

    for (int i = 0; i < LITMUS_LOCS; i++) {
        m->n[i] = 1;
        m->order[i][0] = m->sc.msg[i] = (uint8_t)(LITMUS_OPS + i);
    }
    for (int g = 0; g < t->ng; g++)
        m->g[g] = m->sc;
    for (int i = 0; i < LITMUS_LOCS; i++)
        m->of[LITMUS_OPS + i] = m->sc;
}

/* May op read the message at place `at`, or go right behind it? */
static bool
may_use(const struct litmus *t, const struct weak_state *s, int op, int at)
{
    const struct litmus_op *o = &t->op[op];
    int msg = s->u.m.order[o->loc][at];

    if (o->kind == LITMUS_LOAD)
        return true;
    if (o->kind == LITMUS_CAS &&
        value_of(t, s, msg) != state_value(t, s, o->want))
        return true; /* it fails, and only reads */
    return !is_taken(&s->u.m, msg);
}

/* The newest first. */
static int
choices(const struct litmus *t, const struct weak_state *s, int op,
        struct weak_move *m)
{
    const struct litmus_op *o = &t->op[op];
    const struct weak_messages *ms = &s->u.m;
    int n = 0, last, low;

    if (o->kind == LITMUS_FENCE) {
        m[0] = (struct weak_move){ MOVE_OP, (uint8_t)op, 0 };
        return 1;
    }
    last = ms->n[o->loc] - 1;
    low = o->order == LITMUS_SC ? last
                                : place(ms, o->loc, ms->g[o->g].msg[o->loc]);
    for (int at = last; at >= low; at--)
        if (may_use(t, s, op, at))
            m[n++] = (struct weak_move){ MOVE_OP, (uint8_t)op, (uint8_t)at };
    return n;
}

static int
view_moves(const struct litmus *t, const struct weak_state *s,
           struct weak_move *m)
{
    int next[LITMUS_GS], all = state_next_all(t, s, next), n = 0;

    for (int i = 0; i < all; i++)
        n += choices(t, s, next[i], m + n);
    return n;
}

/* --- acting ------------------------------------------------------------ */

/* A new message behind place `at`; what it carries depends on the order. */
static void
write_behind(const struct litmus *t, struct weak_state *s, int op, int order,
             int at, struct litmus_step *step)
{
    struct weak_messages *m = &s->u.m;
    int loc = t->op[op].loc;
    uint8_t *list = m->order[loc];
    struct weak_view *v = &m->g[t->op[op].g];

    step->under = at < m->n[loc] - 1;
    memmove(list + at + 2, list + at + 1, (size_t)(m->n[loc] - at - 1));
    list[at + 1] = (uint8_t)op;
    m->n[loc]++;
    v->msg[loc] = (uint8_t)op;
    for (int i = 0; i < t->nloc; i++)
        m->of[op].msg[i] = (uint8_t)(LITMUS_OPS + i);
    m->of[op].msg[loc] = (uint8_t)op;
    if (order & LITMUS_REL)
        m->of[op] = *v;
}

/* Read the message at place `at`. */
static int32_t
read_at(const struct litmus *t, struct weak_state *s, int op, int order, int at,
        struct litmus_step *step)
{
    struct weak_messages *m = &s->u.m;
    int loc = t->op[op].loc, msg = m->order[loc][at];
    struct weak_view *v = &m->g[t->op[op].g];

    step->old = at < m->n[loc] - 1;
    v->msg[loc] = (uint8_t)msg;
    if (order & LITMUS_ACQ)
        join(t, m, v, &m->of[msg]);
    return value_of(t, s, msg);
}

static void
access(const struct litmus *t, struct weak_state *s, int op, int order, int at,
       struct litmus_step *step)
{
    const struct litmus_op *o = &t->op[op];

    if (o->kind == LITMUS_STORE) {
        step->did = LITMUS_WROTE;
        step->got = s->put[op] = state_value(t, s, o->put);
        write_behind(t, s, op, order, at, step);
        return;
    }
    step->got = read_at(t, s, op, order, at, step);
    if (o->kind == LITMUS_LOAD) {
        step->did = LITMUS_READ;
        s->got[op] = step->got;
        return;
    }
    step->did = LITMUS_MODIFIED;
    if (state_modify(t, s, op, step->got)) {
        s->u.m.taken |= (uint64_t)1 << s->u.m.order[o->loc][at];
        write_behind(t, s, op, order, at, step);
    }
}

static void
view_act(const struct litmus *t, int plain, struct weak_state *s,
         struct weak_move mv, struct litmus_step *step)
{
    const struct litmus_op *o = &t->op[mv.op];
    struct weak_messages *m = &s->u.m;
    int order = o->order == LITMUS_PLAIN ? plain : o->order;
    bool global = o->kind == LITMUS_FENCE || order == LITMUS_SC;

    step->at = mv.at;
    if (global)
        join(t, m, &m->g[o->g], &m->sc);
    if (o->kind == LITMUS_FENCE)
        step->did = LITMUS_FENCED;
    else
        access(t, s, mv.op, order, mv.at, step);
    if (global)
        join(t, m, &m->sc, &m->g[o->g]);
    s->done |= (uint32_t)1 << mv.op;
}

static int32_t
view_last(const struct litmus *t, const struct weak_state *s, int loc)
{
    const struct weak_messages *m = &s->u.m;

    return value_of(t, s, m->order[loc][m->n[loc] - 1]);
}

static void
view_spans(const struct litmus *t, struct weak_spans *spans)
{
    const size_t at = offsetof(struct weak_state, u.m);
    size_t n = (size_t)t->nloc, writes[LITMUS_LOCS] = { 0 };

    for (int i = 0; i < t->nop; i++) {
        if (t->op[i].kind == LITMUS_LOAD || t->op[i].kind == LITMUS_FENCE)
            continue;
        writes[t->op[i].loc]++;
        state_span(spans, at + offsetof(struct weak_messages, of) +
                   (size_t)i * sizeof(struct weak_view), n);
    }
    state_span(spans, at + offsetof(struct weak_messages, n), n);
    for (size_t i = 0; i < n; i++)
        state_span(spans, at + offsetof(struct weak_messages, order) +
                   i * (LITMUS_OPS + 1), writes[i] + 1);
    for (size_t g = 0; g < (size_t)t->ng; g++)
        state_span(spans, at + offsetof(struct weak_messages, g) +
                   g * sizeof(struct weak_view), n);
    state_span(spans, at + offsetof(struct weak_messages, sc), n);
    state_span(spans, at + offsetof(struct weak_messages, taken),
               sizeof(uint64_t));
}

const struct weak_model weak_view = { .name = "view",
                                      .plain = LITMUS_RLX,
                                      .begin = view_begin,
                                      .moves = view_moves,
                                      .act = view_act,
                                      .spans = view_spans,
                                      .last = view_last };
const struct weak_model weak_ra = { .name = "ra",
                                    .plain = LITMUS_ACQ | LITMUS_REL,
                                    .begin = view_begin,
                                    .moves = view_moves,
                                    .act = view_act,
                                    .spans = view_spans,
                                    .last = view_last };
