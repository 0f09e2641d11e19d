/*
 * now.c - the moments of a path, for who looks at it step by step.
 */
#include <string.h>

#include "weak/state.h"

/* The move that a step was. */
static struct weak_move
move_of(const struct litmus *t, const struct weak_state *s,
        const struct litmus_step *step)
{
    struct weak_move m = { MOVE_OP, step->op, step->at };
    int g = t->op[step->op].g;

    if (step->did != LITMUS_FLUSHED)
        return m;
    m.kind = MOVE_FLUSH;
    m.at = 0;
    while (s->u.b.op[g][m.at] != step->op)
        m.at++;
    return m;
}

static void
show_buffers(const struct litmus *t, const struct weak_state *s,
             struct litmus_now *now)
{
    const struct weak_buffers *b = &s->u.b;

    for (int g = 0; g < t->ng; g++) {
        now->nbuf[g] = b->n[g];
        for (int i = 0; i < b->n[g]; i++) {
            now->buf[g][i].loc = t->op[b->op[g][i]].loc;
            now->buf[g][i].n = s->put[b->op[g][i]];
        }
    }
}

static void
show_messages(const struct litmus *t, const struct weak_state *s,
              struct litmus_now *now)
{
    const struct weak_messages *m = &s->u.m;

    for (int i = 0; i < t->nloc; i++) {
        now->nmsg[i] = m->n[i];
        for (int k = 0; k < m->n[i]; k++) {
            int msg = m->order[i][k];

            now->msg[i][k] = msg < LITMUS_OPS ? s->put[msg] : t->loc[i].init;
            for (int g = 0; g < t->ng; g++)
                if (m->g[g].msg[i] == msg)
                    now->view[g][i] = k;
        }
        now->mem[i] = now->msg[i][now->nmsg[i] - 1];
    }
}

static void
show_regs(const struct litmus *t, const struct weak_state *s,
          struct litmus_now *now)
{
    for (int i = 0; i < t->nreg; i++) {
        const struct litmus_reg *r = &t->reg[i];

        if (r->op >= 0 && (s->done >> r->op & 1) != 0)
            now->known |= (uint32_t)1 << i;
        now->reg[i] = state_reg(t, s, i);
    }
}

void
litmus_at(const struct litmus *t, enum litmus_model model,
          const struct litmus_outcome *o, int k, struct litmus_now *now)
{
    const struct weak_model *w = weak_model(model);
    struct weak_state s;
    struct litmus_step step;

    state_begin(t, w, &s);
    for (int i = 0; i < k && i < o->nstep; i++) {
        memset(&step, 0, sizeof step);
        w->act(t, w->plain, &s, move_of(t, &s, &o->step[i]), &step);
        state_skip(t, &s);
    }
    memset(now, 0, sizeof *now);
    memcpy(now->mem, s.mem, sizeof now->mem);
    now->done = s.done;
    if (w->last != NULL)
        show_messages(t, &s, now);
    else
        show_buffers(t, &s, now);
    show_regs(t, &s, now);
}
