/*
 * window.c - instructions out of order, one memory (WM-5).
 *
 * All of a goroutine's instructions lie in a window, and each may be done
 * once those that must precede it are (litmus_op.before): what uses the same
 * location, what a fence, an order or a register ties together. Memory has one
 * copy, so a store is there for all at once. lesson: out of order
 */
#include "weak/state.h"

/* Must b, which stands below a, come after it out of order, too? (WM-5) */
static bool
comes_before(const struct litmus *t, int ai, int bi)
{
    const struct litmus_op *a = &t->op[ai], *b = &t->op[bi];
    bool loads = a->kind != LITMUS_STORE && a->kind != LITMUS_FENCE;
    bool stores = b->kind != LITMUS_LOAD && b->kind != LITMUS_FENCE;
    uint32_t bit = (uint32_t)1 << ai;

    return a->kind == LITMUS_FENCE || b->kind == LITMUS_FENCE ||
           a->loc == b->loc || (b->data & bit) != 0 ||
           (stores && (b->control & bit) != 0) ||
           (loads && (a->order & LITMUS_ACQ)) ||
           (stores && (b->order & LITMUS_REL)) ||
           (a->order == LITMUS_SC && b->order == LITMUS_SC);
}

void
window_bind(struct litmus *t)
{
    for (int b = 0; b < t->nop; b++)
        for (int a = t->first[t->op[b].g]; a < b; a++)
            if (comes_before(t, a, b))
                t->op[b].before |= (uint32_t)1 << a;
}

static int
ooo_moves(const struct litmus *t, const struct weak_state *s,
          struct weak_move *m)
{
    int n = 0;

    for (int index = 0; index < LITMUS_OPS && n < t->nop; index++)
        for (int g = 0; g < t->ng; g++) {
            int op = t->first[g] + index;

            if (op < t->first[g + 1] && (s->done >> op & 1) == 0 &&
                (t->op[op].before & ~s->done) == 0)
                m[n++] = (struct weak_move){ MOVE_OP, (uint8_t)op, 0 };
        }
    return n;
}

static void
ooo_act(const struct litmus *t, int plain, struct weak_state *s,
        struct weak_move m, struct litmus_step *step)
{
    (void)plain;
    step->early = state_next(t, s, t->op[m.op].g) < m.op;
    state_access(t, s, m.op, step);
}

const struct weak_model weak_ooo = { .name = "ooo",
                                     .moves = ooo_moves,
                                     .act = ooo_act };
