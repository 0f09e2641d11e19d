/*
 * mixed.c - locks held across an operation that waits (MIX-1).
 *
 * One goroutine sends while it holds a lock; the one that receives takes the
 * same lock before it gets there. If the first is first, both wait for ever.
 * So it is with the Wait of a group, which Done ends, and of a condition.
 */
#include <string.h>

#include "check/lockwatch.h"

enum { OPS_MAX = 4096 };

static struct lock_op *
same_op(struct lockwatch *lw, const struct lock_op *op)
{
    struct lock_op *at = lw->ops.at;
    int i;

    for (i = 0; i < lw->ops.n; i++) {
        if (at[i].g == op->g && at[i].object == op->object &&
            at[i].op == op->op && at[i].at.line == op->at.line)
            return &at[i];
    }
    return NULL;
}

/* What o holds, and what it has locked since its operation before this. */
static void
note_locks(struct owner *o, struct lock_op *op)
{
    const struct held *h = o->held.at, *t = o->taken.at;
    int i;

    for (i = 0; i < o->held.n; i++)
        lockset_add(&op->held, h[i].lock);
    for (i = 0; i < o->taken.n && op->before.n < 8; i++) {
        op->locked[op->before.n] = t[i].at;
        lockset_add(&op->before, t[i].lock);
    }
    o->taken.n = 0;
}

/* Does x wait until somebody does y? */
static bool
waits_for(enum mixed_op x, enum mixed_op y)
{
    switch (x) {
    case MIXED_SEND:
        return y == MIXED_RECV;
    case MIXED_RECV:
        return y == MIXED_SEND;
    case MIXED_WAIT:
        return y == MIXED_DONE;
    case MIXED_COND:
        return y == MIXED_SIGNAL;
    case MIXED_DONE:
    case MIXED_SIGNAL:
        break;
    }
    return false;
}

/* x holds a lock that y takes on its way to the operation x waits for. */
static void
compare(struct lockwatch *lw, const struct lock_op *x, const struct lock_op *y)
{
    int i;

    if (x->g == y->g || x->object != y->object || !waits_for(x->op, y->op))
        return;
    for (i = 0; i < y->before.n; i++) {
        struct lock_note n = { .kind = NOTE_MIXED,
                               .g = x->g,
                               .other = y->g,
                               .lock = y->before.lock[i],
                               .object = x->object,
                               .op = x->op,
                               .at = x->at,
                               .first = y->locked[i],
                               .then = y->at };

        if (lockset_has(&x->held, n.lock))
            lockwatch_note(lw, &n);
    }
}

void
mixed_note(struct lockwatch *lw, uint32_t g, uint32_t object, enum mixed_op op,
           const struct place *at)
{
    struct lock_op it = { .g = g, .object = object, .op = op, .at = *at };
    struct owner *o = lockheld_of(lw, g);
    struct lock_op *to;
    int i;

    if (o == NULL)
        return;
    note_locks(o, &it);
    to = same_op(lw, &it);
    if (to == NULL && lw->ops.n < OPS_MAX)
        to = list_add(&lw->ops, sizeof *to);
    if (to == NULL)
        return;
    *to = it;
    for (i = 0; i < lw->ops.n; i++) {
        compare(lw, to, &((struct lock_op *)lw->ops.at)[i]);
        compare(lw, &((struct lock_op *)lw->ops.at)[i], to);
    }
}
