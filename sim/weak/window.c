/*
 * window.c - instructions out of order, one memory (WM-5).
 *
 * All of a goroutine's instructions lie in a window, and each may be done
 * once those that must precede it are (litmus_op.before): what uses the same
 * location, what a fence, an order or a register ties together. Memory has one
 * copy, so a store is there for all at once. lesson: out of order
 */
#include "weak/state.h"

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
    step->early = weak_next(t, s, t->op[m.op].g) < m.op;
    weak_access(t, s, m.op, step);
}

const struct weak_model weak_ooo = { .name = "ooo",
                                     .moves = ooo_moves,
                                     .act = ooo_act };
