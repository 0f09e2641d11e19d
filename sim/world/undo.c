/*
 * undo.c - back to where a session stood before its last movement or input.
 *
 * A position is a timeline's last moment and a step. Moments are never freed,
 * so a timeline that was cut off is still there to go back to.
 */
#include "world/session.h"

#include <string.h>

static struct position
here(const struct session *s)
{
    return (struct position){ s->tip, s->last, s->over, world_steps(s->w),
                              world_end(s->w)->how != END_NOT };
}

static bool
same(struct position a, struct position b)
{
    return a.tip == b.tip && a.step == b.step && a.ended == b.ended;
}

static void
push(struct position *stack, size_t *n, struct position p)
{
    if (*n == UNDO_MOST) {
        memmove(stack, stack + 1, (UNDO_MOST - 1) * sizeof *stack);
        --*n;
    }
    stack[(*n)++] = p;
}

void
session_mark(struct session *s)
{
    struct position p = here(s);

    if (s->nundo > 0 && same(s->undo[s->nundo - 1], p))
        return;
    push(s->undo, &s->nundo, p);
    s->nredo = 0;
}

/* Be where p says, from the nearest checkpoint of its timeline. */
static enum gopark_rc
move_to(struct session *s, struct position p, struct gopark_err *err)
{
    session_set_line(s, p.tip, p.last);
    s->over = p.over;
    return session_return_to(s, p.ended && p.over ? p.step + 1 : p.step, err);
}

static enum gopark_rc
swap(struct session *s, struct position *from, size_t *nfrom,
     struct position *to, size_t *nto, const char *what, struct gopark_err *err)
{
    struct position p = here(s);

    while (*nfrom > 0 && same(from[*nfrom - 1], p))
        --*nfrom;
    if (*nfrom == 0)
        return gopark_fail(err, GOPARK_EREFUSED, "nothing to %s", what);
    push(to, nto, p);
    return move_to(s, from[--*nfrom], err);
}

enum gopark_rc
session_undo(struct session *s, struct gopark_err *err)
{
    return swap(s, s->undo, &s->nundo, s->redo, &s->nredo, "undo", err);
}

enum gopark_rc
session_redo(struct session *s, struct gopark_err *err)
{
    return swap(s, s->redo, &s->nredo, s->undo, &s->nundo, "redo", err);
}

