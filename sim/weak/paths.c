/*
 * paths.c - path by path, depth first.
 *
 * For tests of which there are more states than layers.c may hold: what was
 * found when the limit comes is told, as an incomplete result. A copy of the
 * state for each step of the path is all it needs.
 */
#include <string.h>

#include "weak/tally.h"
#include "world/mem.h"

struct frame {
    struct weak_state s;
    struct weak_move move[WEAK_MOVES];
    int n, next; /* moves, and the one to try next */
};

struct walk {
    struct litmus_step path[LITMUS_STEPS];
    struct frame frame[LITMUS_STEPS + 1];
};

/* Is f the end of a path? Its d steps are counted then. */
static enum tallied
enter(struct tally *x, struct walk *w, int d)
{
    struct frame *f = &w->frame[d];
    struct litmus_step *step;

    f->n = x->model->moves(x->t, &f->s, f->move);
    f->next = 0;
    if (f->n > 0)
        return TALLY_ALL;
    if (!tally_arrive(x, &f->s, d, 1, &step))
        return TALLY_NO_ROOM;
    if (step != NULL)
        memcpy(step, w->path, (size_t)d * sizeof *step);
    return TALLY_ALL;
}

static enum tallied
walk(struct tally *x, struct walk *w)
{
    enum tallied rc;
    int d = 0;

    state_begin(x->t, x->model, &w->frame[0].s);
    rc = enter(x, w, 0);
    while (rc == TALLY_ALL && d >= 0) {
        struct frame *f = &w->frame[d];

        if (f->next == f->n) {
            d--;
            continue;
        }
        if (x->r->transitions == x->limit)
            return TALLY_PART;
        x->r->transitions++;
        f[1].s = f->s;
        tally_act(x->t, x->model, &f[1].s, f->move[f->next++], &w->path[d]);
        rc = enter(x, w, ++d);
    }
    return rc;
}

enum tallied
paths_run(struct tally *x)
{
    struct walk *w = mem_alloc(sizeof *w);
    enum tallied rc = w != NULL ? walk(x, w) : TALLY_NO_ROOM;

    mem_free(w);
    return rc;
}
